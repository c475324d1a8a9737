/** Only Chromium has this event; TypeScript's library does not know it. */
interface InstallPrompt extends Event {
  /** Asks the citizen, once, and only right after a press. */
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** The place where the event waits for the app's code, which comes later than the browser's offer. */
interface PromptKeeper {
  installPrompt?: InstallPrompt | undefined;
}

const keeper = () => globalThis as PromptKeeper;

/** Keeps the browser's offer to install for when the citizen asks for it; until then, and once it is installed, nothing of it is shown. */
export function keepInstallPrompt(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    keeper().installPrompt = event as InstallPrompt;
  });
  addEventListener('appinstalled', () => void takeInstallPrompt());
}

export function readInstallPrompt(): InstallPrompt | undefined {
  return keeper().installPrompt;
}

/** Returns the event and forgets it, because it can ask only once. */
export function takeInstallPrompt(): InstallPrompt | undefined {
  const prompt = readInstallPrompt();
  keeper().installPrompt = undefined;
  return prompt;
}
