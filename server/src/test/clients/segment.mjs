import { Analytics } from '@segment/analytics-node';
import { account, address, at, formerUser, isFaulty, key, letter, order, user, uuid, visitor } from './story.mjs';

const analytics = new Analytics({ writeKey: key, host: address });

const told = (type, minute, call) =>
  new Promise((resolve, reject) =>
    analytics[type]({ messageId: uuid(minute), timestamp: at(minute), ...call }, (error) =>
      error ? reject(error) : resolve()));

const calls = [
  told('page', 0, { anonymousId: visitor, name: 'Pricing' }),
  told('identify', 1, { anonymousId: visitor, userId: user, traits: { plan: 'pro' } }),
  told('group', 2, { userId: user, groupId: account, traits: { size: 10 } }),
  told('alias', 3, { userId: user, previousId: formerUser }),
  told('screen', 4, { userId: user, name: 'Basket' }),
  told('track', 5, { userId: user, event: 'Order Completed', properties: order, context: { groupId: account } }),
  told('track', 6, { userId: user, event: 'Letter Written', properties: letter }),
];
if (isFaulty) {
  calls.push(told('track', 7, { userId: user, event: ' ' }));
}
analytics.flush();
await Promise.all(calls);
await analytics.closeAndFlush();
