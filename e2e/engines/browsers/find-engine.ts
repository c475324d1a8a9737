import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINES, type EngineName } from './browser.ts';

const LIBRARIES = '/usr/lib';
/** Where Debian and other systems install each program. */
const PLACES = {
  firefox: () => [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ],
  driver: () => ['/usr/bin/WebKitWebDriver'],
  miniBrowser: () =>
    // The folder above bears the name of the machine's architecture.
    (existsSync(LIBRARIES) ? readdirSync(LIBRARIES) : []).flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((version) => join(LIBRARIES, folder, version, 'MiniBrowser')),
    ),
  screen: () => ['/usr/bin/Xvfb'],
};
type Program = keyof typeof PLACES;

/** The programs that each engine needs. Chromium is found as for the other end-to-end tests. */
const NEEDED: Record<EngineName, readonly Program[]> = {
  chromium: [],
  firefox: ['firefox'],
  webkit: ['driver', 'miniBrowser', 'screen'],
};

export function findProgram(program: Program): string {
  const found = find(program);
  if (!found) throw new Error(`${program} is not installed: see docs/decisions/0023-three-engines.md`);
  return found;
}

/** Returns the engines to test. With `ALL_ENGINES`, a missing engine is among them, and its tests fail. */
export function findEngines(): EngineName[] {
  return ENGINES.filter((engine) => process.env.ALL_ENGINES || NEEDED[engine].every(find));
}

function find(program: Program): string | undefined {
  return PLACES[program]().find((path) => existsSync(path));
}
