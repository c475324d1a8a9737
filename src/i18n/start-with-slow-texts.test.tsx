import i18next from 'i18next';
import { afterEach, expect, it, vi } from 'vitest';
import { startI18n } from '../i18n.ts';
import { useNotices } from '../state/notices.ts';
import { chooseLanguage } from '../state/preferences.ts';

afterEach(() => vi.useRealTimers());

it('a start waits for texts that are slow to come, however long, and asks once more where they were cut off', async () => {
  vi.useFakeTimers();
  chooseLanguage('uk');
  let isCutOff = false;
  const started = startI18n(async (language) => {
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
});
