import { create } from 'zustand';

/** Each in its own name, as people look for it. */
export const LANGUAGES = [
  { code: 'pt-PT', name: 'Português' },
  { code: 'en', name: 'English' },
] as const;

export type Language = (typeof LANGUAGES)[number]['code'];

/** The official text is the Portuguese one. */
export const SOURCE_LANGUAGE: Language = 'pt-PT';

const STORAGE_KEY = 'eclic-language';

function readLanguage(): Language {
  const kept = readKept();
  return LANGUAGES.find(({ code }) => code === kept)?.code ?? SOURCE_LANGUAGE;
}

/** A browser that may keep nothing refuses already to be asked. */
function readKept(): string | null | undefined {
  try {
    return globalThis.localStorage?.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

interface Preferences {
  language: Language;
}

export const usePreferences = create<Preferences>(() => ({ language: readLanguage() }));

export function chooseLanguage(language: Language): void {
  usePreferences.setState({ language });
  try {
    localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // It holds for this page, which is all that such a browser allows.
  }
}
