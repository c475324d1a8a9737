/** The languages of the app, each by its own name, as people look for it. */
export const LANGUAGES = [
  { code: 'pt-PT', name: 'Português' },
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
  { code: 'uk', name: 'Українська' },
] as const;

export type Language = (typeof LANGUAGES)[number]['code'];

/** The official text is the Portuguese one. */
export const SOURCE_LANGUAGE: Language = 'pt-PT';

/** How the app may look. Text sizes are percentages. */
export interface Look {
  textSize: '100' | '125' | '150' | '200';
  textSpacing: 'normal' | 'wide';
  contrast: 'system' | 'high';
}

/** The choices for each part of the look; the first is the default. */
export const LOOKS: { readonly [Part in keyof Look]: readonly [Look[Part], ...Look[Part][]] } = {
  textSize: ['100', '125', '150', '200'],
  textSpacing: ['normal', 'wide'],
  contrast: ['system', 'high'],
};

export type Choice = 'language' | keyof Look;
/** `ways`: the ways of signing in that the service had last. */
type Kept = Choice | 'ways';

/** Reads a kept choice. Null where none is kept, or where the browser throws even when it is read; undefined where there is no storage at all. */
export function readKept(part: Kept): string | null | undefined {
  try {
    return globalThis.localStorage?.getItem(`eclic-${part}`);
  } catch {
    return null;
  }
}

/** Keeps a choice for this device, whoever uses it; it says nothing about them. */
export function keepChoice(part: Kept, value: string): void {
  try {
    localStorage.setItem(`eclic-${part}`, value);
  } catch {
    // The choice holds for this page; such a browser stores nothing.
  }
}

export function readLanguage(): Language {
  const kept = readKept('language');
  return LANGUAGES.find(({ code }) => code === kept)?.code ?? SOURCE_LANGUAGE;
}

function readPart<Part extends keyof Look>(part: Part): Look[Part] {
  const kept = readKept(part);
  return LOOKS[part].find((choice) => choice === kept) ?? LOOKS[part][0];
}

export function readLook(): Look {
  return {
    textSize: readPart('textSize'),
    textSpacing: readPart('textSpacing'),
    contrast: readPart('contrast'),
  };
}
