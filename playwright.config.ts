import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';

/** End-to-end tests in a real browser, on the built page; each test file starts the server it needs. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  // Reading articles takes two threads of its own.
  workers: 2,
  timeout: 120_000,
  // A busy machine lays out a graph in more than the usual five seconds.
  expect: { timeout: 20_000 },
  // One picture for all machines: what differs by its fonts lies within the tolerance.
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  // On a busy machine one of many tests may wait in vain: it is run again, and named as flaky.
  retries: 2,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    // Colours and places are measured: nothing may be on its way.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      // Absent: Playwright's own, where `scripts/browser.mjs` has installed it.
      ...executable(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});

function executable(): { executablePath?: string } {
  const path = findChromium();
  return path === null ? {} : { executablePath: path };
}
