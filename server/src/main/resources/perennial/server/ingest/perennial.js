/* Perennial: page views, sessions, track, identify. No cookies; nothing kept unless asked. */
(function (w, d) {
 var tag = d.currentScript, set = tag.dataset, store = set.keep === "storage",
  to = (set.to || new URL(tag.src).origin) + "/api/v1/events?key=" + encodeURIComponent(set.key),
  memory = {}, queue = [], timer = 0, last = "";
 function id() {
  return w.crypto && crypto.randomUUID ? crypto.randomUUID()
   : Date.now() + "-" + String(Math.random()).slice(2);
 }
 function keep(name, value) {
  memory[name] = value;
  if (store) try { localStorage.setItem("perennial." + name, value); } catch (e) { store = false; }
  return value;
 }
 function kept(name) {
  if (store) try { return localStorage.getItem("perennial." + name); } catch (e) { store = false; }
  return memory[name];
 }
 function session(now) {
  var isOver = !(now - kept("seen") < 18e5);
  keep("seen", now);
  return !isOver && kept("session") || keep("session", id());
 }
 function send(call) {
  var now = new Date();
  call.messageId = id();
  call.timestamp = now.toISOString();
  call.anonymousId = kept("visitor") || keep("visitor", id());
  if (kept("user")) call.userId = kept("user");
  call.context = { sessionId: session(+now), page: { url: location.href, referrer: d.referrer } };
  queue.push(call);
  later(1e3);
 }
 function later(ms) { timer = timer || setTimeout(flush, ms); }
 function flush(leaving) {
  clearTimeout(timer);
  timer = 0;
  var calls = queue.splice(0, 20), body = JSON.stringify(calls), url = to + "&sentAt=" + new Date().toISOString();
  function again() { queue = calls.concat(queue).slice(0, 500); later(5e3); }
  if (!calls.length) return;
  if (leaving === true) { if (!navigator.sendBeacon(url, body)) return again(); }
  else fetch(url, { method: "POST", body: body, keepalive: true })
   .then(function (r) { if (r.status === 429 || r.status > 499) again(); }, again);
  if (queue.length) flush(leaving);
 }
 function page() {
  if (location.href === last) return;
  last = location.href;
  var about = { url: last, path: location.pathname, title: d.title };
  new URLSearchParams(location.search).forEach(function (value, name) { if (/^utm_/.test(name)) about[name] = value; });
  send({ type: "page", name: d.title, properties: about });
 }
 ["pushState", "replaceState"].forEach(function (name) {
  var own = history[name];
  history[name] = function () { own.apply(history, arguments); page(); };
 });
 w.addEventListener("popstate", page);
 d.addEventListener("visibilitychange", function () { if (d.visibilityState === "hidden") flush(true); });
 w.perennial = {
  track: function (event, properties) { send({ type: "track", event: event, properties: properties || {} }); },
  identify: function (user, traits) { keep("user", user); send({ type: "identify", traits: traits || {} }); },
  reset: function () { keep("user", ""); keep("visitor", ""); keep("session", ""); },
  flush: flush
 };
 page();
})(window, document);
