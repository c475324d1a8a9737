import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ENGINES, type EngineName } from './browser.ts';

const LIBRARIES = '/usr/lib';
/** Each program, and the places at which Debian and others have it. */
const PLACES = {
  firefox: () => [
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ],
  driver: () => ['/usr/bin/WebKitWebDriver'],
  miniBrowser: () =>
    // In a folder that is named after the machine's kind.
    (existsSync(LIBRARIES) ? readdirSync(LIBRARIES) : []).flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkitgtk-6.0'].map((version) => join(LIBRARIES, folder, version, 'MiniBrowser')),
    ),
  screen: () => ['/usr/bin/Xvfb'],
};
type Program = keyof typeof PLACES;

/** What each engine takes. Chromium is found as for the other end-to-end tests. */
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

/** Those to be tried. Where none may be left out (`ALL_ENGINES`), one that is missing is tried too, and fails. */
export function findEngines(): EngineName[] {
  return ENGINES.filter((engine) => process.env.ALL_ENGINES || NEEDED[engine].every(find));
}

function find(program: Program): string | undefined {
  return PLACES[program]().find((path) => existsSync(path));
}
