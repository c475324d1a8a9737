import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from './browser.ts';
import { findFreePort } from './free-port.ts';
import { startProcessGroup } from './process-group.ts';
import { startScreen } from './screen.ts';
import { waitFor } from './wait-for.ts';
import { type Command, createWebDriverBrowser, TIMEOUTS } from './web-driver-browser.ts';

type Params = Record<string, unknown>;
const ROADS: Record<Command, (params: Params) => [method: 'GET' | 'POST' | 'DELETE', path: string]> = {
  Navigate: () => ['POST', 'url'],
  ExecuteAsyncScript: () => ['POST', 'execute/async'],
  ElementClick: ({ id }) => ['POST', `element/${id}/click`],
  ElementSendKeys: ({ id }) => ['POST', `element/${id}/value`],
  PerformActions: () => ['POST', 'actions'],
  NewWindow: () => ['POST', 'window/new'],
  GetWindowHandle: () => ['GET', 'window'],
  SwitchToWindow: () => ['POST', 'window'],
  CloseWindow: () => ['DELETE', 'window'],
  SetWindowRect: () => ['POST', 'window/rect'],
  TakeScreenshot: () => ['GET', 'screenshot'],
};

export interface WebKitCommands {
  driver: string;
  browser: string;
  screen: string;
}

/** Drives WebKit by its driver's HTTP. Each browser has a driver and a screen of its own, since a driver has one session. */
export async function launchWebKit(
  commands: WebKitCommands,
  { profile, downloads, isPrivate }: LaunchOptions,
): Promise<Browser> {
  mkdirSync(profile, { recursive: true });
  writeFileSync(join(profile, 'user-dirs.dirs'), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  // The browser's own bar would not let the window be as narrow as a phone.
  const looks = ['gtk-3.0', 'gtk-4.0'].map((name) => join(profile, name));
  for (const folder of looks) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'gtk.css'), '* { min-width: 0; margin: 0; padding: 0; font-size: 1px; }');
  }
  const [screen, port] = await Promise.all([startScreen(commands.screen), findFreePort()]);
  const { child, kill } = startProcessGroup(commands.driver, [`--port=${port}`], {
    ...process.env,
    DISPLAY: screen.display,
    XDG_CONFIG_HOME: profile,
    LANG: 'pt_PT.UTF-8',
    // Keeps WebKit from asking a desktop for anything.
    DBUS_SESSION_BUS_ADDRESS: 'disabled:',
    GSETTINGS_BACKEND: 'memory',
    GIO_USE_VFS: 'local',
    NO_AT_BRIDGE: '1',
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (data) => {
      written += data;
    });
  }

  async function ask(method: string, path: string, params?: Params): Promise<unknown> {
    const response = await fetch(`http://127.0.0.1:${port}/${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(params ?? {}) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { error: string; message: string };
    // The driver says nothing more about a browser that has ended; the browser's own output may tell why.
    throw new Error(`${error}: ${error === 'invalid session id' ? written : message}`);
  }

  await waitFor(
    () => ask('GET', 'status'),
    () => `WebKitWebDriver did not start. ${written}`,
  );
  const session = (await ask('POST', 'session', {
    capabilities: {
      alwaysMatch: {
        timeouts: TIMEOUTS,
        pageLoadStrategy: 'normal',
        unhandledPromptBehavior: 'accept',
        'webkitgtk:browserOptions': {
          binary: commands.browser,
          args: ['--automation', ...(isPrivate ? ['--private'] : [`--profile-dir=${profile}`])],
        },
      },
    },
  })) as { sessionId: string; capabilities: { browserVersion: string } };
  return createWebDriverBrowser({
    version: session.capabilities.browserVersion,
    send(name, params = {}) {
      const [method, path] = ROADS[name](params);
      return ask(method, `session/${session.sessionId}/${path}`, params);
    },
    // The driver's window is a private one, and WebKit reveals the console of private windows to nobody.
    readConsole: () => Promise.reject(new Error('WebKit tells its driver no console')),
    async kill() {
      await kill();
      await screen.close();
    },
  });
}
