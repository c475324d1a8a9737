import { waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { NOON, registeredRequest, submitCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { patchSyncState } from '../../db/core/metadata.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { noteProgress, postpone } from '../../db/outbox/attempts.ts';
import { listWaiting, readProgress } from '../../db/outbox/outbox.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';
import { rateAnswer, withdrawRequest } from '../../db/requests/request-actions.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { dismissNotice } from '../../state/notices.ts';
import { OutboxPage } from './outbox-page.tsx';
import { StatusLine } from './status-line.tsx';

const ID = '5f0c7d8e-0000-4000-8000-000000000001';
const HOSTILE = '<img src=x onerror=alert(1)> \u202Etxet';

afterEach(dismissNotice);

async function reply(db: CitizenDatabase, description: string): Promise<string> {
  const draftId = crypto.randomUUID();
  const patch = { description, replyTo: { requestId: ID, purpose: 'addition' } } as const;
  await saveDraft(db, draftId, { patch, baseRevision: 0, writer: 'test' }, NOON);
  await submitDraft(db, draftId, NOON);
  return draftId;
}

async function openList(db: CitizenDatabase) {
  const page = await renderFeature(<OutboxPage renderDownload={() => null} />, { db });
  await page.screen.findByRole('button', { name: 'Tentar enviar agora' });
  return page;
}

test('what waits about a complaint calls it a complaint', async () => {
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(ID, { kind: 'complaint' }));
  await reply(db, 'Junto a carta.');
  await rateAnswer(db, ID, { helpful: true, comment: '' }, NOON);
  await withdrawRequest(db, ID, NOON);
  const { screen } = await openList(db);
  for (const name of ['Mensagem sobre a', 'Avaliação da resposta à', 'Anulação da'])
    expect(await screen.findByRole('link', { name: `${name} reclamação EC-2026-0000124` })).toBeVisible();
});

test('messages, withdrawals and ratings wait beside requests, each with its name and the way to its request', async () => {
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(ID));
  await submitCompleteDraft(db);
  await reply(db, HOSTILE);
  await rateAnswer(db, ID, { helpful: true, comment: '' }, NOON);
  await withdrawRequest(db, ID, NOON);
  const { screen } = await openList(db);
  expect(screen.getByText('Há 4 envios por fazer.')).toBeVisible();
  for (const name of [
    'Mensagem sobre o pedido EC-2026-0000124',
    'Avaliação da resposta ao pedido EC-2026-0000124',
    'Anulação do pedido EC-2026-0000124',
  ]) {
    expect(await screen.findByRole('link', { name })).toHaveAttribute('href', `/pedidos/${ID}`);
  }
  expect(screen.getAllByText(HOSTILE)[0]?.tagName).toBe('BDI');
  expect(document.querySelector('main img')).toBeNull();
});

test('a message that is stopped is a draft again, and a stopped withdrawal is as if never asked', async () => {
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(ID));
  const draftId = await reply(db, 'Encontrei o recibo que faltava.');
  await withdrawRequest(db, ID, NOON);
  const { screen, user } = await openList(db);
  const message = await screen.findByRole('listitem', { name: /^Mensagem sobre o pedido EC/ });
  await user.click(within(message).getByRole('button', { name: /^Não enviar/ }));
  await waitFor(async () => expect((await readDraft(db, draftId))?.submittedAt).toBeNull());
  const withdrawal = await screen.findByRole('listitem', { name: /^Anulação do pedido EC/ });
  await user.click(within(withdrawal).getByRole('button', { name: /^Não enviar/ }));
  await waitFor(async () => expect(await listWaiting(db)).toEqual([]));
});

test('of a message without files it is not said how far the files of another message are', async () => {
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(ID));
  await reply(db, 'Junto o recibo.');
  const [first] = await listWaiting(db);
  await reply(db, 'Junto o outro recibo.');
  const second = (await listWaiting(db)).find(({ commandId }) => commandId !== first?.commandId);
  if (!first || !second) throw new Error('Nothing waits');
  const sent = { requestId: ID, sentBytes: 1, totalBytes: 2, attachment: 1, attachments: 1 };
  await noteProgress(db, first.commandId, sent, true);
  expect(await readProgress(db, first)).toMatchObject(sent);
  expect(await readProgress(db, second)).toBeUndefined();
});

test('messages are not counted as requests when the session has ended', async () => {
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(ID));
  await patchSyncState(db, { connection: 'signedOut' });
  await reply(db, 'Encontrei o recibo que faltava.');
  const { screen } = await renderFeature(<StatusLine path="/pedidos" />, { db });
  const line = 'Inicie sessão para enviar o que está por enviar.';
  expect(await screen.findByText(line, { selector: 'p' })).toBeVisible();
});

test('a withdrawal that waits for an earlier message says so, and not that it is about to be sent', async () => {
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(ID));
  await patchSyncState(db, { connection: 'reached' });
  await reply(db, 'Encontrei o recibo que faltava.');
  const [message] = await listWaiting(db);
  await withdrawRequest(db, ID, NOON);
  const tomorrow = { nextAttemptAt: Date.now() + 86_400_000, waitReason: 'dayLimit' } as const;
  await postpone(db, message?.commandId ?? '', tomorrow);
  const { screen } = await openList(db);
  const withdrawal = await screen.findByRole('listitem', { name: /^Anulação do pedido EC/ });
  await waitFor(() =>
    expect(withdrawal).toHaveTextContent('O envio começa depois de seguir o que já estava por enviar.'),
  );
  expect(withdrawal).not.toHaveTextContent('O envio começa a seguir.');
});
