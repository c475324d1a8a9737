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

/** What each engine takes. Chromium is found, or installed, as for the other end-to-end tests. */
const NEEDED: Record<EngineName, { programs: Program[]; packages: string }> = {
  chromium: { programs: [], packages: 'chromium' },
  firefox: { programs: ['firefox'], packages: 'firefox-esr' },
  webkit: { programs: ['driver', 'miniBrowser', 'screen'], packages: 'webkitgtk-webdriver xvfb' },
};

export function findProgram(program: Program): string {
  const found = find(program);
  if (!found) throw new Error(`${program} is not installed: see docs/decisions/0023-three-engines.md`);
  return found;
}

/** Those to be tried. Where none may be left out (`ALL_ENGINES`), one that is missing is tried too, and fails. */
export function findEngines(): EngineName[] {
  return ENGINES.filter((engine) => process.env.ALL_ENGINES || isInstalled(engine));
}

/** A line for each engine that is left out, and how to have it. */
export function tellLeftOut(): void {
  for (const engine of ENGINES.filter((each) => !isInstalled(each))) {
    console.log(`Left out: ${engine}. On Debian: apt-get install ${NEEDED[engine].packages}`);
  }
}

function isInstalled(engine: EngineName): boolean {
  return NEEDED[engine].programs.every(find);
}

function find(program: Program): string | undefined {
  return PLACES[program]().find((path) => existsSync(path));
}
