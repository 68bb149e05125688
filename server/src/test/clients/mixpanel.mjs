import Mixpanel from 'mixpanel';
import { promisify } from 'node:util';
import { account, address, at, formerUser, isFaulty, key, letter, order, user, uuid, visitor } from './story.mjs';

const { hostname: host, port } = new URL(address);
const mixpanel = Mixpanel.init(key, { host, port, protocol: 'http', key });

// The client does not come again by itself: who calls it does.
async function told(call) {
  for (let tries = 1; ; tries++) {
    try {
      return await promisify(call)();
    } catch (error) {
      if (tries === 3) {
        throw error;
      }
    }
  }
}
const event = (name, minute, who, properties = {}) => ({
  event: name,
  properties: { $insert_id: uuid(minute), time: at(minute), ...who, ...properties },
});
const known = { distinct_id: user, $user_id: user };

const page = event('$mp_web_page_view', 0, { distinct_id: visitor, $device_id: visitor });
const batch = [
  event('Screen Viewed', 4, { ...known, $device_id: visitor }),
  event('Order Completed', 5, known, { ...order, company: [account] }),
];
if (isFaulty) {
  batch.push(event(' ', 7, known));
}
const history = [event('Letter Written', 6, known, letter)];

await told((done) => mixpanel.track(page.event, page.properties, done));
await told((done) => mixpanel.people.set(user, { plan: 'pro' }, done));
await told((done) => mixpanel.groups.set('company', account, { size: 10 }, done));
await told((done) => mixpanel.alias(user, formerUser, done));
await told((done) => mixpanel.track_batch(batch, done));
await told((done) => mixpanel.import_batch(history, done));
