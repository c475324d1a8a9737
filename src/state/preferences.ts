import { create } from 'zustand';

/** Each in its own name, as people look for it. */
export const LANGUAGES = [
  { code: 'pt-PT', name: 'Português' },
  { code: 'en', name: 'English' },
] as const;

export type Language = (typeof LANGUAGES)[number]['code'];

/** The official text is the Portuguese one. */
export const SOURCE_LANGUAGE: Language = 'pt-PT';

/** How the app may look, by what can be chosen; the first of each holds where nothing was. Text sizes are percentages. */
export const LOOKS = {
  textSize: ['100', '125', '150', '200'],
  textSpacing: ['normal', 'wide'],
  contrast: ['system', 'high'],
} as const;

export type Look = { [Part in keyof typeof LOOKS]: (typeof LOOKS)[Part][number] };

interface Preferences extends Look {
  language: Language;
}

/** A browser that may keep nothing refuses already to be asked. */
function readKept(part: keyof Preferences): string | null | undefined {
  try {
    return globalThis.localStorage?.getItem(`eclic-${part}`);
  } catch {
    return null;
  }
}

function readLanguage(): Language {
  const kept = readKept('language');
  return LANGUAGES.find(({ code }) => code === kept)?.code ?? SOURCE_LANGUAGE;
}

function readLook<Part extends keyof Look>(part: Part): Look[Part] {
  const kept = readKept(part);
  const choices: readonly Look[Part][] = LOOKS[part];
  return choices.find((choice) => choice === kept) ?? LOOKS[part][0];
}

export const usePreferences = create<Preferences>(() => ({
  language: readLanguage(),
  textSize: readLook('textSize'),
  textSpacing: readLook('textSpacing'),
  contrast: readLook('contrast'),
}));

/** Holds for this device, whoever uses it, and says nothing about them. */
export function choosePreference<Part extends keyof Preferences>(part: Part, value: Preferences[Part]): void {
  usePreferences.setState({ [part]: value } as Pick<Preferences, Part>);
  try {
    localStorage.setItem(`eclic-${part}`, value);
  } catch {
    // It holds for this page, which is all that such a browser allows.
  }
}

export function chooseLanguage(language: Language): void {
  choosePreference('language', language);
}
