/* Perennial: page views, sessions, track, identify. No cookies; nothing kept unless asked. */
(d => {
 const { src, dataset: set } = d.currentScript, most = 6e4,
  to = (set.to || new URL(src).origin) + "/api/v1/events?key=" + encodeURIComponent(set.key),
  id = () => crypto.randomUUID?.() || Date.now() + "-" + Math.random(),
  size = text => new Blob([text]).size,
  later = ms => { timer ||= setTimeout(flush, ms); };
 let memory = {}, queue = [], busy = 0, timer, last;
 if (set.keep === "storage") try { memory = localStorage || {}; } catch {}
 const kept = name => memory["perennial." + name];
 function keep(name, value) {
  try { memory["perennial." + name] = value; } catch { memory = { ...memory }; keep(name, value); }
  return value;
 }
 function session(now) {
  const goesOn = now - kept("seen") < 18e5;
  keep("seen", now);
  return goesOn && kept("session") || keep("session", id());
 }
 function send(call) {
  const now = new Date();
  queue.push(JSON.stringify({
   ...call,
   messageId: id(),
   timestamp: now,
   anonymousId: kept("visitor") || keep("visitor", id()),
   userId: kept("user") || undefined,
   context: { sessionId: session(+now), page: { url: location.href, referrer: d.referrer } }
  }));
  later(1e3);
 }
 /* 64 KiB on their way may outlive a page. */
 function flush(leaving) {
  timer = clearTimeout(timer);
  if (!queue[0]) return;
  const calls = [], url = to + "&sentAt=" + new Date().toISOString();
  let bytes = 0;
  do bytes += size(queue[0]), calls.push(queue.shift()); while (queue[0] && bytes + size(queue[0]) < most);
  const body = "[" + calls + "]", again = () => { queue = calls.concat(queue).slice(0, 500); later(5e3); };
  if (!leaving || !navigator.sendBeacon(url, body)) {
   if (leaving || busy + bytes > most) bytes = 0;
   busy += bytes;
   fetch(url, { method: "POST", body, keepalive: !!bytes }).then(r => r.status === 429 || r.status > 499 ? again()
    : r.text().then(said => r.ok && !/"refused"/.test(said) || console.warn("Perennial:", said)), again)
    .then(() => { busy -= bytes; });
  }
  flush(leaving);
 }
 function page() {
  if (location.href === last) return;
  last = location.href;
  const about = { url: last, path: location.pathname, title: d.title };
  for (const [name, value] of new URLSearchParams(location.search)) if (/^utm_/.test(name)) about[name] = value;
  send({ type: "page", name: d.title, properties: about });
 }
 for (const name of ["pushState", "replaceState"]) {
  const own = history[name];
  history[name] = (...all) => { own.apply(history, all); page(); };
 }
 addEventListener("popstate", page);
 d.addEventListener("visibilitychange", () => { if (d.hidden) flush(true); });
 window.perennial = {
  track: (event, properties = {}) => send({ type: "track", event, properties }),
  identify: (user, traits = {}) => { keep("user", user); send({ type: "identify", traits }); },
  reset: () => { keep("user", ""); keep("visitor", ""); keep("session", ""); },
  flush
 };
 page();
})(document);
