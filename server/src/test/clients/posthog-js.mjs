import { onPage } from './browser.mjs';
import { account, address, at, formerUser, isFaulty, key, letter, order, user, uuid, visitor } from './story.mjs';

const minutes = [0, 4, 5, 6];
const story = {
  account, address, formerUser, isFaulty, key, letter, order, user, visitor,
  calls: Object.fromEntries([...minutes, 7].map((minute) => [minute, { uuid: uuid(minute), time: at(minute).getTime() }])),
};

await onPage('posthog-js/dist/module.no-external.js', (story) => {
  const posthog = window.client;
  const told = (event, minute, properties) =>
    posthog.capture(event, properties, {
      uuid: story.calls[minute].uuid,
      timestamp: new Date(story.calls[minute].time),
    });
  posthog.init(story.key, {
    api_host: story.address,
    get_device_id: () => story.visitor,
    capture_pageview: false,
    capture_pageleave: false,
    autocapture: false,
    opt_out_useragent_filter: true, // a browser without a screen looks like a robot
    request_queue_config: { flush_interval_ms: 250 },
  });
  told('$pageview', 0);
  posthog.identify(story.user, { plan: 'pro' });
  posthog.alias(story.formerUser);
  told('$screen', 4, { $screen_name: 'Basket' });
  posthog.group('company', story.account, { size: 10 });
  told('Order Completed', 5, story.order);
  told('Letter Written', 6, story.letter);
  if (story.isFaulty) {
    told(' ', 7);
  }
}, story, [...(isFaulty ? [...minutes, 7] : minutes).map(uuid), '$identify', '$create_alias', '$groupidentify']);
