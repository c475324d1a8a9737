import { useSyncExternalStore } from 'react';
import { readInstallPrompt } from '../../lib/install-prompt.ts';

/**
 * `installed`: this is the installed app. `prompt`: the browser asks. `steps`: on an iPhone or iPad, where the citizen does it by hand. `unknown`:
 * the browser has a way of its own, or none.
 */
export type InstallWay = 'installed' | 'prompt' | 'steps' | 'unknown';

interface AppleNavigator {
  /** Of browsers on iPhones and iPads alone: whether the page was opened from the home screen. */
  standalone?: boolean;
}

function readInstallWay(): InstallWay {
  const { standalone } = navigator as AppleNavigator;
  if (standalone === true || (globalThis.matchMedia?.('(display-mode: standalone)').matches ?? false))
    return 'installed';
  if (readInstallPrompt()) return 'prompt';
  return standalone === undefined ? 'unknown' : 'steps';
}

/** Whether there is a way that can be shown. */
export function canInstall(): boolean {
  return ['prompt', 'steps'].includes(readInstallWay());
}

/** The browser may offer it late, and has nothing left to offer once it is installed. */
const EVENTS = ['beforeinstallprompt', 'appinstalled'] as const;

function subscribe(listener: () => void): () => void {
  for (const name of EVENTS) addEventListener(name, listener);
  return () => {
    for (const name of EVENTS) removeEventListener(name, listener);
  };
}

export function useInstallWay(): InstallWay {
  return useSyncExternalStore(subscribe, readInstallWay);
}
