/** Chromium's alone: TypeScript's library has none of it. */
export interface InstallPrompt extends Event {
  /** Asks whoever has just pressed something, once. */
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/** Where it waits for the app's code, which comes later than the browser offers it. */
interface PromptKeeper {
  installPrompt?: InstallPrompt | undefined;
}

const keeper = () => globalThis as PromptKeeper;

/** Keeps the browser's offer to install for when the citizen asks for it; until then nothing of it is shown. */
export function keepInstallPrompt(): void {
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    keeper().installPrompt = event as InstallPrompt;
  });
}

export function readInstallPrompt(): InstallPrompt | undefined {
  return keeper().installPrompt;
}

/** It can be asked with once. */
export function takeInstallPrompt(): InstallPrompt | undefined {
  const prompt = readInstallPrompt();
  keeper().installPrompt = undefined;
  return prompt;
}
