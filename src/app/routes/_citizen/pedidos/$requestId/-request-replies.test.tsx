import { act, createEvent, fireEvent, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { pdfBytes } from '../../../../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../../../../testing/memory-database.ts';
import { paste } from '../../../../../../testing/paste.ts';
import {
  ASKED,
  ID,
  message,
  openPage,
  pull,
  renderRequest,
  TODAY,
  WORDS,
} from '../../../../../../testing/render-request.tsx';
import { patchSyncState } from '../../../../../db/core/metadata.ts';
import { saveDraft } from '../../../../../db/drafts/save-draft.ts';
import { listAttachments } from '../../../../../db/files/file-rows.ts';
import { byType } from '../../../../../db/outbox/commands.ts';
import { listWaiting } from '../../../../../db/outbox/outbox.ts';
import { dismissNotice, useNotices } from '../../../../../state/notices.ts';

afterEach(dismissNotice);

test('a reply is written in place, kept, and stands as a message at once, with the focus, until it is taken back', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  const field = await screen.findByRole('textbox', { name: 'A sua resposta' });
  expect(field).toHaveFocus();
  expect(screen.queryByRole('button', { name: 'Responder' })).toBeNull();
  await paste(user, field, WORDS);
  await screen.findByText(/^Guardado neste dispositivo às/);

  await user.click(screen.getByRole('button', { name: 'Enviar resposta' }));
  // This status is soon taken away again.
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('A enviar a sua mensagem.'));
  const article = await screen.findByRole('article', { name: 'A sua resposta' });
  expect(article).toHaveTextContent('A enviar…');
  expect(article).toHaveTextContent(WORDS);
  expect(within(article).queryByRole('button')).toBeNull();
  await waitFor(() => expect(within(article).getByRole('heading', { level: 3 })).toHaveFocus());
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Responder' })).toBeNull();
  expect(await listWaiting(db, ID)).toMatchObject([{ command: { type: 'sendReply' } }]);

  await patchSyncState(db, { connection: 'noConnection' });
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent('A sua mensagem está por enviar.'),
  );
  expect(article).toHaveTextContent('Por enviar');
  await user.click(within(article).getByRole('button', { name: 'Não enviar' }));
  const again = await screen.findByRole('textbox', { name: 'A sua resposta' });
  expect(again).toHaveValue(WORDS);
  expect(await listWaiting(db, ID)).toEqual([]);
});

test('when it arrives the message stays the same element, so that the focus stays', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await paste(user, await screen.findByRole('textbox', { name: 'A sua resposta' }), WORDS);
  await user.click(screen.getByRole('button', { name: 'Enviar resposta' }));
  const article = await screen.findByRole('article', { name: 'A sua resposta' });
  await waitFor(() => expect(within(article).getByRole('heading')).toHaveFocus());
  const [entry] = byType(await listWaiting(db, ID), 'sendReply');
  if (!entry) throw new Error('No reply waits');

  const sent = {
    id: entry.command.messageId,
    author: 'citizen',
    purpose: 'reply',
    officeName: null,
  } as const;
  await pull(db, { state: 'inReview' }, message({ ...sent, body: WORDS, sentAt: TODAY }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Resposta enviada'));
  expect(await within(article).findByText(/Escrito por si/)).toHaveTextContent('Enviada às 12:00');
  expect(within(article).queryByText(/A enviar/)).toBeNull();
  expect(within(article).getByRole('heading')).toHaveFocus();
  expect(screen.getByText('Resposta enviada', { selector: 'main *' })).toBeVisible();
});

test('who replies has read the question: it is marked as new no more', async () => {
  const sentAt = '2026-12-01T10:00:00.000Z';
  const { screen, user } = await renderRequest({ ...ASKED, lastMessageAt: sentAt }, message({ sentAt }));
  expect(screen.getByRole('article')).toHaveTextContent('Por ler');
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await user.click(await screen.findByRole('textbox', { name: 'A sua resposta' }));
  await user.paste(WORDS);
  await user.click(screen.getByRole('button', { name: 'Enviar resposta' }));
  await screen.findByRole('article', { name: 'A sua resposta' });
  expect(screen.queryByText('Por ler')).toBeNull();
});

test('a file of one’s own can be opened as soon as it stands in the thread, and once it is sent', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await user.click(await screen.findByRole('textbox', { name: 'A sua resposta' }));
  await user.paste(WORDS);
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('No place for files');
  await user.upload(input, new File([pdfBytes()], 'recibo.pdf', { type: 'application/pdf' }));
  await screen.findByRole('button', { name: 'Remover recibo.pdf' });
  await user.click(screen.getByRole('button', { name: 'Enviar resposta' }));
  const article = await screen.findByRole('article', { name: 'A sua resposta' });
  expect(await within(article).findByRole('link', { name: 'Abrir recibo.pdf' })).toBeVisible();

  const [entry] = byType(await listWaiting(db, ID), 'sendReply');
  if (!entry) throw new Error('No reply waits');
  const { messageId: id, attachments } = entry.command;
  const files = attachments.map(({ chunkCount, ...file }) => file);
  const sent = { id, author: 'citizen', purpose: 'reply', officeName: null, attachments: files } as const;
  await pull(db, { state: 'inReview' }, message({ ...sent, attachments: files, body: WORDS, sentAt: TODAY }));
  expect(await within(article).findByRole('button', { name: 'Abrir recibo.pdf' })).toBeVisible();
});

test('an empty message is not sent, and the summary leads to the field by its name', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await user.click(await screen.findByRole('button', { name: 'Enviar resposta' }));
  const summary = await screen.findByRole('region', { name: 'Há um problema' });
  expect(summary).toHaveFocus();
  await waitFor(() => expect(document.title).toBe('Erro: Pedido EC-2026-0000124 – e-Clic'));
  await user.click(within(summary).getByRole('link', { name: 'Escreva a sua resposta' }));
  expect(screen.getByRole('textbox', { name: 'A sua resposta' })).toHaveFocus();
  expect(await db.drafts.count()).toBe(0);
  await user.click(screen.getByRole('button', { name: 'Fechar' }));
  await waitFor(() => expect(document.title).toBe('Pedido EC-2026-0000124 – e-Clic'));
});

test('information that is missing is asked for by the name of its field', async () => {
  const { screen, user } = await renderRequest({ state: 'inReview' });
  await user.click(screen.getByRole('button', { name: 'Juntar informação' }));
  await user.click(await screen.findByRole('button', { name: 'Enviar informação' }));
  expect(await screen.findByRole('link', { name: 'Escreva a informação a juntar' })).toBeVisible();
});

test('a file joins a reply without a word', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await screen.findByRole('button', { name: 'Escolher ficheiros' });
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('No place for files');
  await user.upload(input, new File([pdfBytes()], 'recibo.pdf', { type: 'application/pdf' }));
  expect(await screen.findByText('recibo.pdf', { selector: 'p *' })).toBeVisible();
  const [draft] = await db.drafts.toArray();
  expect(draft?.replyTo).toEqual({ requestId: ID, purpose: 'reply' });
  expect(await listAttachments(db, draft?.id ?? '')).toHaveLength(1);
});

test('a picture from the clipboard joins a reply without a word', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await screen.findByRole('button', { name: 'Escolher ficheiros' });
  // The page listens once its effects have run, which may be after it is drawn.
  await act(async () => undefined);
  const files = [new File([pdfBytes()], 'recibo.pdf', { type: 'application/pdf' })];
  fireEvent(document.body, createEvent.paste(document.body, { clipboardData: { files, types: ['Files'] } }));
  expect(await screen.findByRole('button', { name: 'Remover recibo.pdf' })).toBeVisible();
  const [draft] = await db.drafts.toArray();
  expect(await listAttachments(db, draft?.id ?? '')).toHaveLength(1);
});

test('what was begun stands open when the page is opened again, without taking the focus', async () => {
  const db = openMemoryDatabase();
  await pull(db, ASKED, message());
  const patch = { description: WORDS, replyTo: { requestId: ID, purpose: 'reply' } } as const;
  await saveDraft(db, crypto.randomUUID(), { patch, baseRevision: 0, writer: 'before' }, new Date());
  const { screen, user } = await openPage(db);
  const field = await screen.findByRole('textbox', { name: 'A sua resposta' });
  expect(field).toHaveValue(WORDS);
  expect(field).not.toHaveFocus();

  await user.click(screen.getByRole('button', { name: 'Guardar e fechar' }));
  const resume = await screen.findByRole('button', { name: 'Continuar a resposta' });
  await waitFor(() => expect(resume).toHaveFocus());
  expect(screen.queryByRole('textbox')).toBeNull();
  await user.click(resume);
  const again = await screen.findByRole('textbox', { name: 'A sua resposta' });
  expect(again).toHaveValue(WORDS);
  await waitFor(() => expect(again).toHaveFocus());
});

test('a deleted reply can be brought back', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await paste(user, await screen.findByRole('textbox', { name: 'A sua resposta' }), WORDS);
  await user.click(await screen.findByRole('button', { name: 'Eliminar rascunho' }));
  await screen.findByRole('button', { name: 'Responder' });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Responder' })).toHaveFocus());
  const [draft] = await db.drafts.toArray();
  expect(draft?.deletedAt).not.toBeNull();
  useNotices.getState().notice?.undo?.run();
  expect(await screen.findByRole('textbox', { name: 'A sua resposta' })).toHaveValue(WORDS);
});
