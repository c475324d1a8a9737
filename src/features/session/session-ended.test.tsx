import { expect, test } from 'vitest';
import { NOON, submitCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { pauseUntilSignedIn } from '../../db/outbox/attempts.ts';
import { releaseWaiting } from '../../db/outbox/outbox.ts';
import { SessionEnded } from './session-ended.tsx';

const GOING = /O que já submeteu continua a ser enviado\./;

test('whoever had submitted something reads that it is still being sent; of what waits for them that is not said', async () => {
  const db = openMemoryDatabase();
  await submitCompleteDraft(db);
  await pauseUntilSignedIn(db);
  const { screen } = await renderFeature(<SessionEnded />, { db });
  expect(await screen.findByText(/A sua sessão terminou\./, { selector: 'p' })).not.toHaveTextContent(GOING);
  await releaseWaiting(db, NOON);
  expect(await screen.findByText(GOING, { selector: 'p' })).toBeVisible();
});
