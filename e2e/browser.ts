import { execFileSync } from 'node:child_process';
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

/** The same engine without the tabs, the address and the menus around a page, which cost a test a fifth of its time. */
const HEADLESS_SHELL = '/usr/bin/chromium-headless-shell';

interface Launch {
  executablePath: string;
  args: string[];
}

function findInstalled(): string | undefined {
  const { CHROMIUM_PATH } = process.env;
  if (CHROMIUM_PATH) return CHROMIUM_PATH;
  return [...INSTALLED, chromium.executablePath()].find((path) => existsSync(path));
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

/** Debian's own package where we may install it, else the test runner's download. */
function install(): void {
  if (isRoot() && existsSync('/usr/bin/apt-get')) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', env });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    });
    return;
  }
  execFileSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' });
}

function launchOf(executablePath: string): Launch {
  return { executablePath, args: isRoot() ? ['--no-sandbox'] : [] };
}

/** The one place that decides which browser the end-to-end tests drive: `CHROMIUM_PATH`, an installed one, or one installed now. */
export function resolveBrowser(): Launch {
  if (!findInstalled()) install();
  const executablePath = findInstalled();
  if (!executablePath) {
    throw new Error('No Chromium was found or could be installed. Install one, or set CHROMIUM_PATH to it.');
  }
  return launchOf(executablePath);
}

/** For tests that look at pages alone: what a browser keeps when it is killed, how it replaces a worker and how it is measured belong to the whole one. */
export function resolveHeadlessShell(): Launch {
  const hasShell = !process.env.CHROMIUM_PATH && existsSync(HEADLESS_SHELL);
  return hasShell ? launchOf(HEADLESS_SHELL) : resolveBrowser();
}
