import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { expect, it } from 'vitest';
import { manualClock } from '../../testing/manual-clock.ts';
import { startI18n } from '../i18n.ts';

const clock = manualClock(new Date('2026-11-30T09:00:00Z'));
const TEXTS = {
  common: { tryAgain: 'Tentar de novo' },
  sync: { line: { offline: 'Sem ligação à Internet.' } },
};
/** The namespaces that the server does not send. */
const missing = new Set(['common', 'sync']);
let tries = 0;

async function loadTexts(_language: string, namespace: string): Promise<object> {
  tries += 1;
  if (missing.has(namespace)) throw new TypeError('Failed to fetch');
  return TEXTS[namespace as keyof typeof TEXTS];
}

/** Lets time pass until the texts were asked for as often as that. */
async function passUntilTries(count: number): Promise<void> {
  tries = 0;
  await expect
    .poll(() => {
      clock.pass(60_000);
      return tries;
    })
    .toBeGreaterThanOrEqual(count);
}

function OfflineLine() {
  const { t } = useTranslation('sync');
  return <p>{t('line.offline')}</p>;
}

it('the app begins in words, however long they stay away, and a part whose words do not come shows no key and comes with them', async () => {
  let hasBegun = false;
  const begun = startI18n(loadTexts, clock).then(() => {
    hasBegun = true;
  });
  await passUntilTries(12);
  expect(hasBegun).toBe(false);
  missing.delete('common');
  await passUntilTries(1);
  await begun;

  render(
    <Suspense fallback="…">
      <OfflineLine />
    </Suspense>,
  );
  await passUntilTries(12);
  expect(screen.queryByText('line.offline')).toBeNull();
  missing.delete('sync');
  await passUntilTries(1);
  expect(await screen.findByText('Sem ligação à Internet.')).toBeVisible();
});
