import type { Control } from './find-control.ts';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface LaunchOptions {
  /** The folder of the browser's profile. Another browser with the same folder goes on from there. */
  profile: string;
  /** The folder into which the browser saves downloads. */
  downloads: string;
  isPrivate: boolean;
}

/** The functions that the tests need of a browser, whatever its engine. All of them act on the tab in front. */
export interface Browser {
  readonly version: string;
  goto(url: string): Promise<void>;
  /** Runs a function in the page, which sees nothing but its arguments; a promise is awaited. */
  run<Args extends unknown[], Answer>(
    script: (...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ): Promise<Answer>;
  click(control: Control): Promise<void>;
  /** Presses real keys; they go to whatever has the focus. */
  type(text: string): Promise<void>;
  press(key: Key): Promise<void>;
  choose(control: Control, option: string): Promise<void>;
  attach(paths: string[]): Promise<void>;
  /** Sets the size of the page's own area, in CSS pixels. */
  resize(size: { width: number; height: number }): Promise<void>;
  /** Takes a picture of the visible part, as PNG. */
  takePicture(): Promise<Buffer>;
  /** Opens a tab in front and returns its name. */
  openTab(): Promise<string>;
  currentTab(): Promise<string>;
  showTab(tab: string): Promise<void>;
  /** Closes the tab in front; the test then has to show another. */
  closeTab(): Promise<void>;
  /** Returns what pages have written to the console since the last call. WebKit does not tell its driver. */
  readConsole(): Promise<string[]>;
  /** Kills the browser as a phone short of memory or a power cut does: it is not warned, and finishes nothing. */
  kill(): Promise<void>;
}

/** The keys by the code points that WebDriver gives them. */
export const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Space: ' ',
  ArrowDown: '\uE015',
  End: '\uE010',
  Backspace: '\uE003',
} as const;
type Key = keyof typeof KEYS;
