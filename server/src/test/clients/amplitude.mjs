import * as amplitude from '@amplitude/analytics-node';
import { account, address, at, fail, formerUser, isFaulty, key, letter, order, user, uuid, visitor } from './story.mjs';

amplitude.init(key, { serverUrl: `${address}/2/httpapi`, flushIntervalMillis: 100 });

const told = (minute, more) => ({ insert_id: uuid(minute), time: at(minute).getTime(), ...more });
const known = { user_id: user };

const calls = [
  amplitude.track('[Amplitude] Page Viewed', {}, told(0, { device_id: visitor })),
  amplitude.identify(new amplitude.Identify().set('plan', 'pro'), told(1, { ...known, device_id: visitor })),
  amplitude.groupIdentify('company', account, new amplitude.Identify().set('size', 10), told(2, known)),
  amplitude.setGroup('company', account, told(3, known)),
  amplitude.track('[Amplitude] Screen Viewed', { '[Amplitude] Screen Name': 'Basket' }, told(4, known)),
  amplitude.track('Letter Written', letter, told(6, known)),
  amplitude.revenue(
    new amplitude.Revenue().setPrice(order.revenue).setProductId('tea').setEventProperties({ currency: order.currency, note: order.note }),
    told(5, { ...known, groups: { company: account } })),
];
if (isFaulty) {
  calls.push(amplitude.track('Untimely', {}, { ...told(7, known), time: 'never' }));
}
for (const { code, message } of await Promise.all(calls.map((call) => call.promise))) {
  if (code !== 200) {
    fail(message);
  }
}
