import { resolveBrowser } from '../../browser.ts';
import type { Browser, EngineName, LaunchOptions } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { findProgram } from './find-engine.ts';
import { launchFirefox } from './firefox.ts';
import { launchWebKit } from './webkit.ts';

export function launch(engine: EngineName, options: LaunchOptions): Promise<Browser> {
  if (engine === 'chromium') return launchChromium(resolveBrowser(), options);
  if (engine === 'firefox') return launchFirefox(findProgram('firefox'), options);
  const [driver, browser, screen] = [
    findProgram('driver'),
    findProgram('miniBrowser'),
    findProgram('screen'),
  ];
  return launchWebKit({ driver, browser, screen }, options);
}
