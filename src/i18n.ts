import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isolateDirection } from './lib/isolate-direction.ts';
import { type Language, usePreferences } from './state/preferences.ts';

/** Fetches the texts of one namespace in one language. */
export type TextLoader = (language: string, namespace: string) => Promise<object>;

// The condition stands here in full, so that a production build has no words of the demo panel either.
const demoUrls =
  import.meta.env.MODE === 'demo' || import.meta.env.DEV
    ? import.meta.glob<string>('../locales/*/demo.json', { query: '?url', import: 'default', eager: true })
    : {};

/** Addresses, not modules: texts are data, and a browser reads JSON faster than a script. */
const urls: Record<string, string> = {
  ...import.meta.glob<string>(['../locales/*/*.json', '!../locales/*/demo.json'], {
    query: '?url',
    import: 'default',
    eager: true,
  }),
  ...demoUrls,
};

async function fetchTexts(language: string, namespace: string): Promise<object> {
  const url = urls[`../locales/${language}/${namespace}.json`];
  if (!url) throw new Error(`There is no ${namespace} in ${language}`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} was answered with ${response.status}`);
  return response.json() as Promise<object>;
}

function backendOf(load: TextLoader): BackendModule {
  return {
    type: 'backend',
    init() {},
    read(language, namespace, callback) {
      load(language, namespace).then(
        (texts) => callback(null, texts),
        // True asks for another try: without its words a screen would show the names of its texts.
        (error: Error) => callback(error, true),
      );
    },
  };
}

async function speak(language: Language): Promise<void> {
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Resolves when the words of the shell are there; those of a screen come with it. */
export async function startI18n(load: TextLoader = fetchTexts): Promise<void> {
  const { language } = usePreferences.getState();
  await i18next
    .use(backendOf(load))
    .use(initReactI18next)
    .init({
      lng: language,
      // Every locale has every key (locales.test.ts), so a second language would only be weight.
      fallbackLng: false,
      load: 'currentOnly',
      ns: ['common'],
      defaultNS: 'common',
      // React escapes what it shows; what is put into a sentence must only not turn its direction.
      interpolation: { escape: isolateDirection },
    });
  document.documentElement.lang = language;
  usePreferences.subscribe((state, before) => {
    if (state.language !== before.language) void speak(state.language);
  });
}
