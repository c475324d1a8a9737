import { type Browser, KEYS } from './browser.ts';
import { type Control, findControl } from './find-control.ts';
import { sourceOf } from './source-of.ts';
import { waitFor } from './wait-for.ts';

/** WebDriver's commands that are used here, by the names that Marionette gives them. */
export type Command =
  | 'Navigate'
  | 'ExecuteAsyncScript'
  | 'ElementClick'
  | 'ElementSendKeys'
  | 'PerformActions'
  | 'NewWindow'
  | 'GetWindowHandle'
  | 'SwitchToWindow'
  | 'CloseWindow'
  | 'SetWindowRect'
  | 'TakeScreenshot';

/** Brings a command to the browser, and its answer back; an error of the browser's is thrown. */
type Send = (command: Command, params?: Record<string, unknown>) => Promise<unknown>;

export interface WebDriverSession {
  version: string;
  send: Send;
  readConsole(): Promise<string[]>;
  kill(): Promise<void>;
}

const NAVIGATION_MS = 5_000;
const PRESS_MS = 5_000;
/** As long as a test may take: a slow machine draws a photo for more than the half a minute that WebDriver gives a script. */
export const TIMEOUTS = { script: 120_000 };
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
type ElementReference = Record<typeof ELEMENT, string>;

/** Makes the same browser for Firefox and WebKit: only the way that commands travel differs. */
export function createWebDriverBrowser(session: WebDriverSession): Browser {
  const { version, send, readConsole, kill } = session;

  async function run(script: (...args: never[]) => unknown, ...args: unknown[]): Promise<unknown> {
    const answer = (await send('ExecuteAsyncScript', {
      script: `const [answer, ...given] = [...arguments].reverse();
        new Promise((resolve) => resolve(${sourceOf(script)}(...given.reverse())))
          .then((value) => answer({ value: value ?? null }), (error) => answer({ error: String(error) }));`,
      args,
    })) as { value: unknown } | { error: string };
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  }

  const find = async (control: Control) => {
    const found = await waitFor(
      () => run(findControl, control) as Promise<ElementReference | null>,
      () => `There is no ${control.role} «${control.name}»`,
    );
    return { id: found[ELEMENT] };
  };

  const keys = (text: string) => {
    const actions = [...text].flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value })));
    return send('PerformActions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
  };

  /** Returns whether the press hit the element. A driver presses the place where the element stood a moment ago, so the element has to stand still first. */
  async function press(found: { id: string }): Promise<boolean> {
    await run(
      async (element: HTMLElement) => {
        // A tab that is not in sight draws no frame.
        const nextFrame = () =>
          new Promise((resolve) => {
            requestAnimationFrame(resolve);
            setTimeout(resolve, 500);
          });
        const placeOf = () => JSON.stringify(element.getBoundingClientRect());
        for (let before = ''; before !== placeOf(); await nextFrame()) before = placeOf();
        document.documentElement.dataset.missed = '';
        const note = () => delete document.documentElement.dataset.missed;
        element.addEventListener('click', note, { once: true, capture: true });
      },
      { [ELEMENT]: found.id },
    );
    await send('ElementClick', found);
    // If the page is gone, the press has left it.
    const isMet = () =>
      (run(() => document.documentElement.dataset.missed === undefined) as Promise<boolean>).catch(
        () => true,
      );
    // WebKit may answer before the page hears of the press: a second one would meet what the first has brought.
    return waitFor(isMet, () => 'It was missed', PRESS_MS).catch(() => false);
  }

  /**
   * Goes to an address. Firefox reports a page as loaded while the one before is still in place, and both engines now and then drop an address while a page is
   * at work.
   */
  async function goto(url: string): Promise<void> {
    const before = await run(() => performance.timeOrigin);
    const hasCome = (address: string, earlier: number) => {
      const name = performance.getEntriesByType('navigation')[0]?.name;
      // WebKit names the file with which the worker answered. An address that WebKit dropped may still come, after the next one.
      const isThere = location.pathname.startsWith(new URL(address).pathname);
      const isMeant = name === address || (name?.endsWith('.html') && isThere);
      return performance.timeOrigin !== earlier && isMeant;
    };
    const seeIt = () =>
      waitFor(
        () => run(hasCome as (...args: never[]) => boolean, url, before) as Promise<boolean>,
        () => `${url} has not come`,
        NAVIGATION_MS,
      );
    await waitFor(
      () => send('Navigate', { url }).then(seeIt),
      () => `${url} does not come`,
    );
  }

  return {
    version,
    readConsole,
    kill,
    goto,
    run: run as Browser['run'],
    async click(control) {
      // A page that has just come is drawn once more, and the found element may be gone or elsewhere before the press.
      await waitFor(
        () => find(control).then(press),
        () => `${control.role} «${control.name}» cannot be pressed`,
      );
    },
    type: async (text) => void (await keys(text)),
    press: async (key) => void (await keys(KEYS[key])),
    async choose(control, label) {
      const { id } = await find(control);
      const option = (await run(
        (select: HTMLSelectElement, words: string) =>
          [...select.options].find((each) => each.label === words) ?? null,
        { [ELEMENT]: id },
        label,
      )) as ElementReference | null;
      if (!option) throw new Error(`«${control.name}» offers no «${label}»`);
      await send('ElementClick', { id: option[ELEMENT] });
    },
    async attach(paths) {
      await send('ElementSendKeys', { ...(await find({ role: 'files' })), text: paths.join('\n') });
    },
    async resize({ width, height }) {
      const bars = (await run(() => [outerWidth - innerWidth, outerHeight - innerHeight])) as [
        number,
        number,
      ];
      await send('SetWindowRect', { x: 0, y: 0, width: width + bars[0], height: height + bars[1] });
    },
    takePicture: async () => Buffer.from((await send('TakeScreenshot', { full: false })) as string, 'base64'),
    async openTab() {
      const { handle } = (await send('NewWindow', { type: 'tab' })) as { handle: string };
      await send('SwitchToWindow', { handle });
      return handle;
    },
    currentTab: async () => (await send('GetWindowHandle')) as string,
    showTab: async (handle) => void (await send('SwitchToWindow', { handle })),
    closeTab: async () => void (await send('CloseWindow')),
  };
}
