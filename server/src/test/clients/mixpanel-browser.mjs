import { onPage } from './browser.mjs';
import { account, address, at, isFaulty, key, letter, order, user, uuid, visitor } from './story.mjs';

const minutes = [0, 4, 5, 6];
const story = {
  account, address, isFaulty, key, letter, order, user, visitor,
  calls: Object.fromEntries(
    [...minutes, 7].map((minute) => [minute, { $insert_id: uuid(minute), time: at(minute).getTime() / 1_000 }])),
};

await onPage('mixpanel-browser/dist/mixpanel.module.js', (story) => {
  const mixpanel = window.client;
  const told = (event, minute, properties) => mixpanel.track(event, { ...properties, ...story.calls[minute] });
  mixpanel.init(story.key, { api_host: story.address, persistence: 'localStorage', batch_flush_interval_ms: 100 });
  mixpanel.register({ $device_id: story.visitor, distinct_id: `$device:${story.visitor}` });
  mixpanel.track_pageview(story.calls[0]);
  mixpanel.identify(story.user);
  mixpanel.people.set({ plan: 'pro' });
  mixpanel.get_group('company', story.account).set({ size: 10 });
  told('Screen Viewed', 4);
  told('Letter Written', 6, story.letter);
  mixpanel.set_group('company', story.account);
  told('Order Completed', 5, story.order);
  if (story.isFaulty) {
    told(' ', 7);
  }
}, story, [...(isFaulty ? [...minutes, 7] : minutes).map(uuid), '"$identify"', '"plan"', '"size"']);
