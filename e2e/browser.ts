import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Chromium without tabs, address and menus around a page, which cost a test a fifth of its time. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

interface Launch {
  executablePath: string;
  args: string[];
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

function launchOf(executablePath: string): Launch {
  return { executablePath, args: isRoot() ? ['--no-sandbox'] : [] };
}

export function findChromium(): string | undefined {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path));
}

/** The one place that decides which browser the end-to-end tests drive: `CHROMIUM_PATH`, or an installed one. Where there is none, the test runner says so. */
export function resolveBrowser(): Launch {
  return launchOf(findChromium() ?? chromium.executablePath());
}

/** For the gate, and for tests of pages alone. Measurements, the full run of what a browser keeps and replaces, and sync in the background need the whole browser. */
export function resolveHeadlessShell(): Launch {
  const hasShell = !process.env.CHROMIUM_PATH && existsSync(HEADLESS_SHELL);
  return hasShell ? launchOf(HEADLESS_SHELL) : resolveBrowser();
}
