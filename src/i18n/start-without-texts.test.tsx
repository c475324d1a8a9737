import i18next from 'i18next';
import { afterEach, expect, it, vi } from 'vitest';
import { startI18n } from '../i18n.ts';
import { readKept } from '../state/kept-preferences.ts';
import { chooseLanguage } from '../state/preferences.ts';

const texts = new Map([['pt-PT', { tryAgain: 'Tentar de novo' }]]);

async function loadTexts(language: string): Promise<object> {
  const found = texts.get(language);
  if (!found) throw new TypeError('Failed to fetch');
  return found;
}

afterEach(() => vi.useRealTimers());

it('a start at which the texts of the chosen language do not come is in Portuguese, and the choice stays', async () => {
  vi.useFakeTimers();
  chooseLanguage('fr');
  const started = startI18n(loadTexts);
  await vi.runAllTimersAsync();
  await started;
  expect(i18next.t('tryAgain')).toBe('Tentar de novo');
  expect(document.documentElement.lang).toBe('pt-PT');
  expect(readKept('language')).toBe('fr');

  texts.set('fr', { tryAgain: 'Réessayer' });
  chooseLanguage('pt-PT');
  chooseLanguage('fr');
  vi.useRealTimers();
  await expect.poll(() => document.documentElement.lang).toBe('fr');
  expect(i18next.t('tryAgain')).toBe('Réessayer');
});
