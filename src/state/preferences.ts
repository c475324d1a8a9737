import { create } from 'zustand';

/** Each in its own name, as people look for it. */
export const LANGUAGES = [
  { code: 'pt-PT', name: 'Português' },
  { code: 'en', name: 'English' },
  { code: 'es', name: 'Español' },
  { code: 'fr', name: 'Français' },
  { code: 'uk', name: 'Українська' },
] as const;

export type Language = (typeof LANGUAGES)[number]['code'];

/** As choices, each marked with its own language, so that a screen reader says it well. */
export const LANGUAGE_OPTIONS = LANGUAGES.map(({ code, name }) => ({ value: code, label: name, lang: code }));

/** The official text is the Portuguese one. */
export const SOURCE_LANGUAGE: Language = 'pt-PT';

/** How the app may look. Text sizes are percentages. */
export interface Look {
  textSize: '100' | '125' | '150' | '200';
  textSpacing: 'normal' | 'wide';
  contrast: 'system' | 'high';
}

/** What can be chosen; the first of each holds where nothing was. */
export const LOOKS: { readonly [Part in keyof Look]: readonly [Look[Part], ...Look[Part][]] } = {
  textSize: ['100', '125', '150', '200'],
  textSpacing: ['normal', 'wide'],
  contrast: ['system', 'high'],
};

interface Preferences extends Look {
  language: Language;
  /** Until somebody chooses, the language of the browser may be proposed. */
  isLanguageChosen: boolean;
}

type Choice = 'language' | keyof Look;

/** A browser that must not store anything throws even when it is only read. */
function readKept(part: Choice): string | null | undefined {
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
  return LOOKS[part].find((choice) => choice === kept) ?? LOOKS[part][0];
}

/** The first of a browser's languages that the app speaks too; null when that is the source, in which it begins anyway. */
export function findProposal(browserLanguages: readonly string[]): Language | null {
  const primary = (tag: string) => tag.split('-')[0]?.toLowerCase();
  for (const tag of browserLanguages) {
    const match = LANGUAGES.find(({ code }) => primary(code) === primary(tag));
    if (match) return match.code === SOURCE_LANGUAGE ? null : match.code;
  }
  return null;
}

export const usePreferences = create<Preferences>(() => ({
  language: readLanguage(),
  isLanguageChosen: Boolean(readKept('language')),
  textSize: readLook('textSize'),
  textSpacing: readLook('textSpacing'),
  contrast: readLook('contrast'),
}));

/** Holds for this device, whoever uses it, and says nothing about them. */
export function choosePreference<Chosen extends Choice>(part: Chosen, value: Preferences[Chosen]): void {
  usePreferences.setState({ [part]: value } as Pick<Preferences, Chosen>);
  try {
    localStorage.setItem(`eclic-${part}`, value);
  } catch {
    // The choice holds for this page; such a browser stores nothing.
  }
}

export function chooseLanguage(language: Language): void {
  usePreferences.setState({ isLanguageChosen: true });
  choosePreference('language', language);
}
