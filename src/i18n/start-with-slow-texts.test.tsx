import i18next from 'i18next';
import { afterEach, expect, it, vi } from 'vitest';
import { startI18n } from '../i18n.ts';
import { useNotices } from '../state/notices.ts';
import { chooseLanguage } from '../state/preferences.ts';

afterEach(() => vi.useRealTimers());

it('texts that are slow to come are waited for, however long, and those that did not come are asked for again', async () => {
  vi.useFakeTimers();
  chooseLanguage('uk');
  let isCutOff = false;
  let isAway = false;
  const started = startI18n(async (language) => {
    if (isAway) throw new TypeError('Failed to fetch');
    if (!isCutOff) {
      isCutOff = true;
      throw new TypeError('Failed to fetch');
    }
    await new Promise((resolve) => setTimeout(resolve, 120_000));
    return { tryAgain: `tryAgain ${language}` };
  });
  await vi.runAllTimersAsync();
  await started;
  expect(document.documentElement.lang).toBe('uk');
  expect(i18next.t('tryAgain')).toBe('tryAgain uk');
  expect(useNotices.getState().notice).toBeNull();

  // What did not come while the server was away comes when it is asked for again.
  isAway = true;
  const missed = i18next.loadNamespaces('draft');
  await vi.runAllTimersAsync();
  await missed;
  expect(i18next.hasResourceBundle('uk', 'draft')).toBe(false);
  isAway = false;
  const asked = i18next.loadNamespaces('draft');
  await vi.runAllTimersAsync();
  await asked;
  expect(i18next.hasResourceBundle('uk', 'draft')).toBe(true);
});
