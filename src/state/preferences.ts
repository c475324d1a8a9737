import { create } from 'zustand';
import {
  type Choice,
  keepChoice,
  LANGUAGES,
  type Language,
  type Look,
  readKept,
  readLanguage,
  readLook,
  SOURCE_LANGUAGE,
} from './kept-preferences.ts';

/** The languages as options, each marked with its own language for screen readers. */
export const LANGUAGE_OPTIONS = LANGUAGES.map(({ code, name }) => ({ value: code, label: name, lang: code }));

interface Preferences extends Look {
  language: Language;
  /** Until somebody chooses, the language of the browser may be proposed. */
  isLanguageChosen: boolean;
}

/** The first of a browser's languages that the app speaks too; null when that is the source language, in which the app begins anyway. */
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
  ...readLook(),
}));

export function choosePreference<Chosen extends Choice>(part: Chosen, value: Preferences[Chosen]): void {
  usePreferences.setState({ [part]: value } as Pick<Preferences, Chosen>);
  keepChoice(part, value);
}

export function chooseLanguage(language: Language): void {
  usePreferences.setState({ isLanguageChosen: true });
  choosePreference('language', language);
}
