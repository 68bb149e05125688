// Has a client for browsers tell the story on a page of a site of its own, so that the server is of another origin.

import { readFile } from 'node:fs/promises';
import http from 'node:http';
import { createRequire } from 'node:module';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// Runs `tell(story)` where `window.client` is what the module `file` exports, and ends once requests that the server
// took had all `ids` in them.
export async function onPage(file, tell, story, ids) {
  const page = '<title>Pricing</title><script type="module">import client from "/client.js"; window.client = client</script>';
  const module = await readFile(createRequire(import.meta.url).resolve(file));
  await onSite({ '/': page, '/client.js': module }, async (page, url) => {
    const delivered = deliveredTo(page, ids);
    await page.goto(url);
    await page.waitForFunction(() => window.client);
    await page.evaluate(tell, story);
    await delivered;
  });
}

// Does something in a browser beside a site of its own, made of these files.
export async function onSite(files, visit) {
  const site = await serve(files);
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: FLAGS });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(120_000); // for a busy machine
    page.on('console', (message) => console.error(message.type(), message.text()));
    await visit(page, `http://localhost:${site.address().port}/`);
  } finally {
    await browser.close();
    site.close();
  }
}

async function serve(files) {
  const site = http.createServer((request, response) => {
    response.setHeader('Content-Type', request.url.endsWith('.js') ? 'text/javascript' : 'text/html');
    response.end(files[request.url] ?? '');
  });
  return new Promise((resolve) => site.listen(0, '127.0.0.1', () => resolve(site)));
}

// Resolves once requests that the server took had all these texts in them.
export function deliveredTo(page, ids) {
  const missing = new Set(ids);
  return new Promise((resolve) => {
    page.on('response', (response) => {
      if (response.status() === 200) {
        const body = unpacked(response.request().postDataBuffer());
        [...missing].filter((id) => body.includes(id)).forEach((id) => missing.delete(id));
        if (missing.size === 0) {
          resolve();
        }
      }
    });
  });
}

function unpacked(bytes) {
  if (!bytes) {
    return '';
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    return gunzipSync(bytes).toString();
  }
  const data = new URLSearchParams(bytes.toString()).get('data');
  return data ? Buffer.from(data, 'base64').toString() : bytes.toString();
}
