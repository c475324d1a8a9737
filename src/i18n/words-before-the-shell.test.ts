import i18next from 'i18next';
import { expect, it } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { startI18n } from '../i18n.ts';
import { fetchWords } from '../lib/fetch-words.ts';

it('words that are asked for before those of the shell have come are there with them', async () => {
  let come: (texts: object) => void = () => undefined;
  const shell = new Promise<object>((resolve) => {
    come = resolve;
  });
  void startI18n(
    async (_language, namespace) => (namespace === 'common' ? shell : { erased: 'Apagado.' }),
    manualClock(new Date('2026-12-02T09:00:00Z')),
  );
  await expect.poll(() => i18next.language).toBe('pt-PT');
  const fetched = fetchWords('session');
  come({ tryAgain: 'Tentar de novo' });
  await expect(fetched).resolves.toBeUndefined();
});
