import i18next, { type BackendModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, usePreferences } from './state/preferences.ts';

/** One chunk per language and namespace, fetched when a screen first asks for it. */
const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { import: 'default' });

const localeFiles: BackendModule = {
  type: 'backend',
  init() {},
  read(language, namespace, callback) {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (!load) return callback(new Error(`There is no ${namespace} in ${language}`), null);
    load().then(
      (texts) => callback(null, texts),
      (error: Error) => callback(error, null),
    );
  },
};

async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Resolves when the words of the shell are there; those of a screen come with it. */
export async function startI18n(): Promise<i18n> {
  const { language } = usePreferences.getState();
  await i18next
    .use(localeFiles)
    .use(initReactI18next)
    .init({
      lng: language,
      // Every locale has every key (locales.test.ts), so a second language would only be weight.
      fallbackLng: false,
      load: 'currentOnly',
      ns: ['common'],
      defaultNS: 'common',
      // React escapes what it shows.
      interpolation: { escapeValue: false },
    });
  document.documentElement.lang = language;
  usePreferences.subscribe((state, before) => {
    if (state.language !== before.language) void speak(state.language);
  });
  return i18next;
}
