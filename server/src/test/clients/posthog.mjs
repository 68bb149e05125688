import { PostHog } from 'posthog-node';
import { account, address, at, fail, formerUser, isFaulty, key, letter, order, user, uuid, visitor } from './story.mjs';

// At most 5 events a request, so that there is something to split; pauses that suit a test.
const posthog = new PostHog(key, { host: address, flushAt: 5, maxBatchSize: 5, fetchRetryDelay: 100 });
// The newer way to send tells the client which call could not be stored.
posthog.on('error', (error) => (isFaulty && error.drops?.length === 1) || fail(error));
const awake = setInterval(() => {}, 1_000); // its own timers let a script end that has nothing else to do

const told = (event, minute, distinctId, more = {}) =>
  posthog.capture({ uuid: uuid(minute), timestamp: at(minute), distinctId, event, ...more });

// Nobody known yet, as the client says it.
told('$pageview', 0, visitor, { properties: { $current_url: 'https://shop.example/pricing', $process_person_profile: false, $device_id: visitor } });
posthog.identify({ distinctId: user, properties: { $set: { plan: 'pro' }, $anon_distinct_id: visitor } });
posthog.groupIdentify({ groupType: 'company', groupKey: account, properties: { size: 10 }, distinctId: user });
posthog.alias({ distinctId: user, alias: formerUser });
told('$screen', 4, user, { properties: { $screen_name: 'Basket' } });
told('Order Completed', 5, user, { properties: order, groups: { company: account } });
told('Letter Written', 6, user, { properties: letter });
if (isFaulty) {
  told(' ', 7, user);
}
await posthog.shutdown();
clearInterval(awake);
