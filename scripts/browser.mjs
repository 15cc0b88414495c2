/**
 * Makes sure that there is a browser for the browser tests: finds Chromium or installs it, and says
 * which. Where neither works it fails with the way out; it never lets the tests be skipped.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { findChromium, isExecutable } from './chromium.mjs';

if (process.env['CHROMIUM'] && !isExecutable(process.env['CHROMIUM'])) {
  fail(`CHROMIUM is ${process.env['CHROMIUM']}, which is no program: correct it or unset it`);
}
const browser = find() ?? install();
console.log(`browser tests run in ${browser}`);

function find() {
  const found = findChromium();
  if (found) return found;
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

function install() {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version');
  if (isDebianRoot) {
    console.log('no Chromium found: installing the Debian package chromium');
    run('apt-get', 'update');
    // Without recommended packages it comes without a font, and a page without text has no layout to test.
    run('apt-get', 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core');
  } else {
    console.log('no Chromium found: installing the one of Playwright');
    run('npx', 'playwright', 'install', 'chromium');
  }
  return (
    find() ??
    fail(
      'no Chromium even after installing: install one and name it, as in CHROMIUM=/usr/bin/chromium npm test',
    )
  );
}

function run(program, ...args) {
  const { status, error } = spawnSync(program, args, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(
      `${program} ${args.join(' ')} failed${error ? `: ${error.message}` : ` (exit code ${status})`}`,
    );
  }
}

function fail(message) {
  console.error(`browser: ${message}`);
  process.exit(1);
}
