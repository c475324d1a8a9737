import i18next from 'i18next';
import { afterEach, expect, it, vi } from 'vitest';
import { startI18n } from '../i18n.ts';
import { readKept } from '../state/kept-preferences.ts';
import { dismissNotice, useNotices } from '../state/notices.ts';
import { chooseLanguage, usePreferences } from '../state/preferences.ts';

const texts = new Map([
  ['pt-PT', { tryAgain: 'Tentar de novo', languageNotLoaded: 'Não foi possível mudar de idioma' }],
]);

let began = 0;
/** How long the server is away from the start on. */
let awayMs = 0;
const asked: { language: string; afterMs: number }[] = [];

async function loadTexts(language: string): Promise<object> {
  const afterMs = Date.now() - began;
  asked.push({ language, afterMs });
  const found = texts.get(language);
  if (!found || afterMs < awayMs) throw new TypeError('Failed to fetch');
  return found;
}

afterEach(() => vi.useRealTimers());

it('a start at which the texts of the chosen language do not come is in Portuguese and says so, and the choice is kept and can be made again', async () => {
  vi.useFakeTimers();
  chooseLanguage('fr');
  began = Date.now();
  awayMs = 8_000;
  const started = startI18n(loadTexts);
  await vi.runAllTimersAsync();
  await started;
  expect(asked.filter(({ language }) => language === 'fr')).toHaveLength(2);
  expect(asked.find(({ language }) => language === 'pt-PT')?.afterMs).toBeLessThan(1_000);
  // Nothing stands in for Portuguese, so it is asked for until the server is back.
  expect(i18next.t('tryAgain')).toBe('Tentar de novo');
  expect(document.documentElement.lang).toBe('pt-PT');
  expect(usePreferences.getState().language).toBe('pt-PT');
  expect(useNotices.getState().notice?.text).toBe('Não foi possível mudar de idioma');
  expect(readKept('language')).toBe('fr');

  dismissNotice();
  chooseLanguage('fr');
  await expect
    .poll(async () => {
      await vi.runAllTimersAsync();
      return useNotices.getState().notice?.text;
    })
    .toBe('Não foi possível mudar de idioma');
  expect(usePreferences.getState().language).toBe('pt-PT');
  expect(readKept('language')).toBe('fr');

  awayMs = 0;
  texts.set('fr', { tryAgain: 'Réessayer', languageNotLoaded: 'Impossible de changer de langue' });
  chooseLanguage('fr');
  vi.useRealTimers();
  await expect.poll(() => document.documentElement.lang).toBe('fr');
  expect(i18next.t('tryAgain')).toBe('Réessayer');
});
