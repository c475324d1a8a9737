import { beforeAll, beforeEach, expect, it } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { startI18n } from '../i18n.ts';
import { type Language, readKept } from '../state/kept-preferences.ts';
import { dismissNotice, useNotices } from '../state/notices.ts';
import { chooseLanguage } from '../state/preferences.ts';

const clock = manualClock(new Date('2026-11-30T09:00:00Z'));
const TEXTS = { languageNotLoaded: 'Não foi possível mudar de idioma' };
/** How many requests for the texts of a language are cut off from now on. */
let cutOff: Partial<Record<string, number>> = {};
let asked: string[] = [];

async function loadTexts(language: string): Promise<object> {
  asked.push(language);
  const left = cutOff[language] ?? 0;
  if (left === 0) return TEXTS;
  cutOff[language] = left - 1;
  throw new TypeError('Failed to fetch');
}

beforeAll(() => startI18n(loadTexts, clock));

beforeEach(async () => {
  cutOff = {};
  chooseLanguage('pt-PT');
  await waitForLanguage('pt-PT');
  dismissNotice();
  asked = [];
});

async function waitForLanguage(language: Language): Promise<void> {
  await expect.poll(() => document.documentElement.lang).toBe(language);
}

async function waitUntilAsked(...languages: Language[]): Promise<void> {
  await expect.poll(() => asked).toEqual(languages);
}

it('a language that is chosen while the page is being left is the language of the next page', async () => {
  cutOff = { en: 1 };
  chooseLanguage('en');
  await waitUntilAsked('en');
  // All that a page still does whose requests its leaving has cut off.
  await Promise.resolve();
  expect(readKept('language')).toBe('en');
  expect(useNotices.getState().notice).toBeNull();

  clock.pass(1_000);
  await waitForLanguage('en');
  expect(readKept('language')).toBe('en');
});

it('where the texts of a language do not come, the citizen is told so and the language stays as it was', async () => {
  cutOff = { es: 2 };
  chooseLanguage('es');
  await waitUntilAsked('es');
  await expect
    .poll(() => {
      clock.pass(1_000);
      return asked;
    })
    .toEqual(['es', 'es']);
  await expect.poll(() => useNotices.getState().notice?.text).toBe(TEXTS.languageNotLoaded);
  expect(document.documentElement.lang).toBe('pt-PT');
  expect(readKept('language')).toBe('pt-PT');
});

it('a language that does not come takes back no other that was chosen meanwhile', async () => {
  cutOff = { fr: 2 };
  chooseLanguage('fr');
  await waitUntilAsked('fr');
  chooseLanguage('uk');
  await waitForLanguage('uk');
  clock.pass(1_000);
  expect(readKept('language')).toBe('uk');
  // By the time that a third has come, nothing is left of the first.
  chooseLanguage('en');
  await waitForLanguage('en');
  expect(useNotices.getState().notice).toBeNull();
  expect(readKept('language')).toBe('en');
});
