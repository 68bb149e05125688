// Has our own script tell what is small, more than may outlive a page at once, what is too large for that, and what the
// server refuses; then something small beside something large as the page is left.

import { deliveredTo, onSite } from './browser.mjs';
import { address, key } from './story.mjs';

const page = `<title>Pricing</title><script src="${address}/perennial.js" data-key="${key}"></script>`;

await onSite({ '/': page }, async (page, url) => {
  const isRefused = page.waitForEvent('console', (message) => message.type() === 'warning');
  const delivered = deliveredTo(page, ['"Before"', '"Large"', '"After"', '"Many 29"', '"Vast"']);
  await page.goto(url);
  await page.evaluate(() => {
    const { track } = window.perennial;
    track('Before');
    track('Large', { text: 'x'.repeat(70_000) });
    track('Vast', { text: 'x'.repeat(2_000_000) });
    for (let i = 0; i < 30; i++) {
      track(`Many ${i}`, { text: 'ÿ'.repeat(1_500) });
    }
    track('After');
  });
  await delivered;
  await isRefused;

  const isLargeDelivered = deliveredTo(page, ['"Large at last"']);
  const beacon = page.waitForResponse((response) => response.request().resourceType() === 'ping' && response.ok());
  await page.evaluate(() => {
    window.perennial.track('Large at last', { text: 'x'.repeat(70_000) });
    window.perennial.track('At last');
    Object.defineProperty(document, 'hidden', { value: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await beacon;
  await isLargeDelivered;
});
