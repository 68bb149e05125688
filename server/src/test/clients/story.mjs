// The story that every client tells, in its own words: a visitor comes, looks around, says who it is, and orders.
// It has fixed ids and times, so that it can be told twice and be known to be the same.
//
// A script of a client is run as `node CLIENT.mjs ADDRESS KEY [faulty]` and ends with 0 only if the client itself says
// that all was delivered. `faulty` adds a call that the server cannot store.

export const [address, key, ...wishes] = process.argv.slice(2);
export const isFaulty = wishes.includes('faulty');

export const visitor = 'visitor-1';
export const user = 'user-1';
export const formerUser = 'user-0';
export const account = 'account-1';

export const at = (minute) => new Date(Date.UTC(2026, 0, 5, 10, minute));
export const uuid = (n) => `018f3f4e-0000-7000-8000-00000000000${n}`;

// Base64 of these has plus and slash; the long one is just under the 32 KB that most clients allow an event.
export const order = { revenue: 12.5, currency: 'EUR', note: 'café ☕ >>> 😀 ???' };
export const letter = { note: 'a long one', text: 'ÿ~?'.repeat(7_800) };

// What a client reports besides its promises: the first of it fails the script.
export function fail(problem) {
  console.error(problem);
  process.exit(1);
}
