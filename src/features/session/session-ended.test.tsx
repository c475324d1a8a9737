import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NOON, submitCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { openShared } from '../../../testing/shared-device.ts';
import { endSession } from '../../api/session-calls.ts';
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

test('whoever signs in again on a shared device need not say again that it is one', async () => {
  const { app, screen } = await openShared();
  const { api, session } = app.services;
  await endSession(api, {});
  await session.reconcile();
  await app.router.navigate({ to: '/entrar' });
  await waitFor(() => expect(screen.getByLabelText('Este dispositivo é partilhado')).toBeChecked());
});
