import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from './browser.ts';
import { startProcessGroup } from './process-group.ts';
import { waitFor } from './wait-for.ts';
import { createWebDriverBrowser, TIMEOUTS } from './web-driver-browser.ts';

/** Firefox's own modules write to the console too: a line of theirs holds the module's name alone. */
const BROWSER_MESSAGE = /^console\.\w+: \w+: $/;
const START_MS = 30_000;
const AS_NARROW_AS_A_PHONE = ':root, #browser, #navigator-toolbox { min-width: 0 !important; }';

function preferences({ downloads, isPrivate }: LaunchOptions): Record<string, string | number | boolean> {
  return {
    'toolkit.legacyUserProfileCustomizations.stylesheets': true,
    // Firefox takes any free port, and its profile then names it.
    'marionette.port': 0,
    'intl.accept_languages': 'pt-PT',
    // Firefox writes the console of pages to its standard output, where the test reads it.
    'devtools.console.stdout.content': true,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.always_ask_before_handling_new_types': false,
    // Firefox's PDF viewer is a page with a console of its own, and is switched off.
    'pdfjs.disabled': true,
    'browser.download.open_pdf_attachments_inline': false,
    'browser.helperApps.neverAsk.saveToDisk': 'application/pdf,application/zip,text/calendar',
    'browser.sessionstore.resume_from_crash': false,
    'browser.privatebrowsing.autostart': isPrivate,
    'datareporting.policy.dataSubmissionEnabled': false,
    'toolkit.startup.max_resumed_crashes': -1,
  };
}

/** Drives Firefox by Marionette, the socket that its own driver uses: Debian has no such driver. */
export async function launchFirefox(command: string, options: LaunchOptions): Promise<Browser> {
  const { profile } = options;
  mkdirSync(profile, { recursive: true });
  const lines = Object.entries(preferences(options)).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  mkdirSync(join(profile, 'chrome'), { recursive: true });
  writeFileSync(join(profile, 'chrome', 'userChrome.css'), AS_NARROW_AS_A_PHONE);
  const portFile = join(profile, 'MarionetteActivePort');
  rmSync(portFile, { force: true });
  const { child, kill } = startProcessGroup(
    command,
    ['--headless', '--marionette', '--remote-allow-system-access', '--profile', profile, 'about:blank'],
    { ...process.env, MOZ_CRASHREPORTER_DISABLE: '1' },
  );
  let written = '';
  child.stdout?.on('data', (data) => {
    written += data;
  });
  child.stderr?.resume();
  const port = await waitFor(
    async () => Number(readFileSync(portFile, 'utf8')),
    () => 'Firefox did not start',
    START_MS,
  );
  const ask = createMarionette(connect(port, '127.0.0.1'));
  const session = (await ask('WebDriver:NewSession', {
    capabilities: {
      alwaysMatch: { pageLoadStrategy: 'normal', unhandledPromptBehavior: 'accept', timeouts: TIMEOUTS },
    },
  })) as { capabilities: { browserVersion: string } };
  return createWebDriverBrowser({
    version: session.capabilities.browserVersion,
    kill,
    async readConsole() {
      await ask('Marionette:SetContext', { value: 'chrome' });
      const answer = await ask('WebDriver:ExecuteScript', { script: TAKE_COMPLAINTS, args: [] });
      await ask('Marionette:SetContext', { value: 'content' });
      const lines = written
        .split('\n')
        .filter((line) => line.startsWith('console.') && !BROWSER_MESSAGE.test(line));
      written = '';
      return [...lines, ...(answer as { value: string[] }).value];
    },
    async send(name, params = {}) {
      // Without a sandbox, scripts see the page's own objects as they are.
      const more = name === 'ExecuteAsyncScript' ? { sandbox: null } : {};
      const answer = await ask(`WebDriver:${name}`, { ...params, ...more });
      // Marionette wraps an answer that is a single value.
      return typeof answer === 'object' && answer !== null && 'value' in answer ? answer.value : answer;
    },
  });
}

/**
 * Runs in the browser's own context and returns its complaints about pages: errors and refusals that never pass by `console`. Warnings are left out, since each
 * page that is left while it loads causes some. It is a text, because no type here knows these objects.
 */
const TAKE_COMPLAINTS = `
  const messages = Services.console.getMessageArray().filter(
    (message) => message instanceof Ci.nsIScriptError && message.sourceName.startsWith('http') &&
      !(message.flags & Ci.nsIScriptError.warningFlag),
  );
  Services.console.reset();
  return messages.map(String);`;

type Ask = (command: string, params: Record<string, unknown>) => Promise<unknown>;
interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

/** A Marionette message is its length, a colon and JSON: [0, number, command, parameters] to the browser, [1, number, error, answer] back. */
function createMarionette(socket: Socket): Ask {
  const waiting = new Map<number, Waiting>();
  let lastNumber = 0;
  let received = Buffer.alloc(0);

  socket.on('data', (data) => {
    received = Buffer.concat([received, data as Buffer]);
    for (;;) {
      const colon = received.indexOf(':');
      const end = colon + 1 + Number(received.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || received.length < end) return;
      take(received.subarray(colon + 1, end).toString());
      received = received.subarray(end);
    }
  });
  socket.on('error', () => undefined);
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('Firefox has ended'));
    waiting.clear();
  });

  function take(text: string): void {
    const message: unknown = JSON.parse(text);
    // The first message only introduces the server.
    if (!Array.isArray(message)) return;
    const [, number, error, answer] = message;
    const { resolve, reject } = waiting.get(number) ?? {};
    waiting.delete(number);
    if (error) reject?.(new Error(`${error.error}: ${error.message}`));
    else resolve?.(answer);
  }

  return (command, params) =>
    new Promise((resolve, reject) => {
      if (socket.destroyed) return reject(new Error('Firefox has ended'));
      lastNumber += 1;
      waiting.set(lastNumber, { resolve, reject });
      const message = JSON.stringify([0, lastNumber, command, params]);
      socket.write(`${Buffer.byteLength(message)}:${message}`);
    });
}
