import type { Control } from './find-control.ts';

export const ENGINES = ['chromium', 'firefox', 'webkit'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface LaunchOptions {
  /** A folder that this browser keeps its profile in; the next one that is given it goes on from there. */
  profile: string;
  /** Where it puts what a page hands over. */
  downloads: string;
  isPrivate: boolean;
}

/** A browser of whichever engine, as these tests need it. One tab is in front, and everything is done there. */
export interface Browser {
  readonly version: string;
  goto(url: string): Promise<void>;
  /** Runs a function in the page, which sees nothing but its arguments; a promise is awaited. */
  run<Args extends unknown[], Answer>(
    script: (...args: Args) => Answer | Promise<Answer>,
    ...args: Args
  ): Promise<Answer>;
  click(control: Control): Promise<void>;
  /** Real keys, to whatever has the focus. */
  type(text: string): Promise<void>;
  press(key: Key): Promise<void>;
  choose(control: Control, option: string): Promise<void>;
  attach(paths: string[]): Promise<void>;
  /** What the page has for itself, in CSS pixels. */
  resize(size: { width: number; height: number }): Promise<void>;
  /** Of what is seen, as PNG. */
  takePicture(): Promise<Buffer>;
  /** Opens a tab in front and answers its name. */
  openTab(): Promise<string>;
  currentTab(): Promise<string>;
  showTab(tab: string): Promise<void>;
  /** Closes the tab in front; another is to be shown then. */
  closeTab(): Promise<void>;
  /** What the pages wrote to the console since this was asked last. WebKit does not say it to its driver. */
  readConsole(): Promise<string[]>;
  /** As a phone short of memory does it, or a power cut: nothing is told, nothing finished. */
  kill(): Promise<void>;
}

/** By the code points that WebDriver has for them. */
export const KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Space: ' ',
  ArrowDown: '\uE015',
  End: '\uE010',
  Backspace: '\uE003',
} as const;
type Key = keyof typeof KEYS;
