import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { TEXTS_URL } from './env.ts';
import { type Clock, systemClock } from './lib/clock.ts';
import { keepChoice, type Language, readKept, SOURCE_LANGUAGE } from './state/kept-preferences.ts';
import { showNotice } from './state/notices.ts';
import { usePreferences } from './state/preferences.ts';

/** Fetches the texts of one namespace in one language. */
type TextLoader = (language: string, namespace: string) => Promise<object>;

async function fetchTexts(language: string, namespace: string): Promise<object> {
  const response = await fetch(`${TEXTS_URL}/${language}/${namespace}.json`);
  if (!response.ok) throw new Error(response.url);
  return response.json() as Promise<object>;
}

/** As long as a page may take to give way to the next. */
const SECOND_TRY_MS = 500;
/** Nothing stands in for Portuguese, nor for any language after the start, so they are asked for longer. */
const LONGEST_WAIT_MS = 8000;

/** Tries again where the connection cut something off: after half a second, and then each time after twice as long, up to the longest wait. */
async function persist<T>(run: () => Promise<T>, clock: Clock, longestMs = SECOND_TRY_MS): Promise<T> {
  for (let waitMs = SECOND_TRY_MS; ; waitMs *= 2) {
    try {
      return await run();
    } catch (error) {
      if (waitMs > longestMs) throw error;
    }
    await new Promise<void>((resolve) => clock.after(waitMs, resolve));
  }
}

function backendOf(load: TextLoader, clock: Clock): BackendModule {
  return {
    type: 'backend',
    init() {},
    read(language, namespace, callback) {
      persist(
        () => load(language, namespace),
        clock,
        language === SOURCE_LANGUAGE || i18next.isInitialized ? LONGEST_WAIT_MS : SECOND_TRY_MS,
      ).then(
        (texts) => callback(null, texts),
        // Without `true` i18next would never ask for these texts again.
        (error: Error) => callback(error, true),
      );
    },
  };
}

/** Letters that are written from right to left, and the marks that turn the direction of what follows. */
const OTHER_DIRECTION = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** Marks that would end an isolation from within. */
const ISOLATE_MARKS = /[\u2066-\u2069]/g;

/** Keeps a name of another direction from turning the sentence around it; leaves every other text as it is. */
export function isolateDirection(text: string): string {
  if (!OTHER_DIRECTION.test(text)) return text;
  return FIRST_STRONG_ISOLATE + text.replace(ISOLATE_MARKS, '') + POP_ISOLATE;
}

/** Runs before anything is drawn in the language: a page finds out from its root whether it has only been translated. */
function markPage(language: string): void {
  // There is no document while pages are written at build time.
  Object.assign(globalThis.document?.documentElement ?? {}, { lang: language, dir: i18next.dir(language) });
}

/**
 * Changes the language with code that few visits need. Where the code or a text does not come, the language stays as it was, and so does the one
 * that is kept for the next start. A page that is being left cuts off what it asks for: by the second try it is gone.
 */
async function changeTo(language: Language, load: TextLoader, clock: Clock): Promise<void> {
  // The choice is kept only after this has begun, so this is the one before.
  const kept = readKept('language');
  try {
    await persist(async () => (await import('./i18n/speak.ts')).speak(language, load), clock);
  } catch {
    // The citizen may have chosen another language meanwhile.
    if (usePreferences.getState().language !== language) return;
    showNotice({ text: i18next.t('languageNotLoaded') });
    usePreferences.setState({ language: i18next.language as Language });
    keepChoice('language', kept ?? i18next.language);
  }
}

/** Resolves when the texts of the shell are there; those of a screen come with it. */
export async function startI18n(load: TextLoader = fetchTexts, clock = systemClock): Promise<void> {
  i18next.on('languageChanged', markPage);
  await i18next
    .use(backendOf(load, clock))
    .use(initReactI18next)
    .init({
      lng: usePreferences.getState().language,
      // Every locale has every key (locales.test.ts), so a second language would only be weight.
      fallbackLng: false,
      load: 'currentOnly',
      ns: ['common'],
      maxRetries: 0,
      // React escapes what it shows; what is put into a sentence must only not turn its direction.
      interpolation: { escape: isolateDirection },
    });
  // i18next takes texts that did not come for loaded: a part that needs them would show their keys. So it waits, and asks for them anew.
  i18next.hasLoadedNamespace = (namespace: string, options?: { lng?: string }) =>
    i18next.hasResourceBundle(options?.lng ?? i18next.language, namespace);
  // Nothing is drawn in keys: until these texts come, the document says by itself that e-Clic has not opened.
  while (!i18next.hasLoadedNamespace('common')) await i18next.changeLanguage(SOURCE_LANGUAGE);
  // What was chosen stays kept, and is tried at the next start, or when it is chosen again.
  if (i18next.language !== usePreferences.getState().language) {
    usePreferences.setState({ language: SOURCE_LANGUAGE });
    showNotice({ text: i18next.t('languageNotLoaded') });
  }
  usePreferences.subscribe((state, before) => {
    if (state.language !== before.language) void changeTo(state.language, load, clock);
  });
}
