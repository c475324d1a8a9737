import { useSyncExternalStore } from 'react';
import { readInstallPrompt } from '../../lib/install-prompt.ts';

/**
 * `installed`: this is the installed app. `prompt`: the browser asks the citizen. `steps`: on an iPhone or iPad the citizen installs it by hand. `unknown`: the
 * browser has a way of its own, or none.
 */
type InstallWay = 'installed' | 'prompt' | 'steps' | 'unknown';

interface AppleNavigator {
  /** Whether the page was opened from the home screen. Only browsers on iPhones and iPads have it. */
  standalone?: boolean;
}

function readInstallWay(): InstallWay {
  const { standalone } = navigator as AppleNavigator;
  if (standalone === true || (globalThis.matchMedia?.('(display-mode: standalone)').matches ?? false))
    return 'installed';
  if (readInstallPrompt()) return 'prompt';
  return standalone === undefined ? 'unknown' : 'steps';
}

/** Whether this browser offers a way that the page can show. */
export function canInstall(): boolean {
  return ['prompt', 'steps'].includes(readInstallWay());
}

/** The events that change the way: the browser may make its offer late, and it has nothing to offer after the installation. */
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
