import { waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { DESCRIPTION } from '../../../../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../../../../testing/memory-database.ts';
import {
  ASKED,
  ID,
  message,
  openPage,
  pull,
  renderRequest,
  TODAY,
} from '../../../../../../testing/render-request.tsx';
import { saveDraft } from '../../../../../db/drafts/save-draft.ts';
import { byType } from '../../../../../db/outbox/commands.ts';
import { listWaiting } from '../../../../../db/outbox/outbox.ts';
import { dismissNotice } from '../../../../../state/notices.ts';

afterEach(dismissNotice);

const CORRECT = 'Corrigir o que escrevi';
const FIELD = 'Descrição corrigida';
const WORDS = 'A nota de cobrança é a de outubro.';

test('one press leads to what was written, a second one sends it, and it stands beside what it corrects', async () => {
  const { screen, user, db } = await renderRequest({ state: 'registered' });
  await user.click(screen.getByRole('button', { name: CORRECT }));
  const field = await screen.findByRole('textbox', { name: FIELD });
  expect(field).toHaveFocus();
  expect(field).toHaveValue(DESCRIPTION);
  expect(screen.queryByRole('button', { name: CORRECT })).toBeNull();

  await user.clear(field);
  await user.paste(WORDS);
  await user.click(screen.getByRole('button', { name: 'Enviar correção' }));
  const article = await screen.findByRole('article', { name: 'Correção ao que escreveu' });
  expect(article).toHaveTextContent(`${WORDS}O que tinha escrito${DESCRIPTION}`);
  const [entry] = byType(await listWaiting(db, ID), 'sendReply');
  expect(entry?.command.content).toMatchObject({ purpose: 'correction', body: WORDS });

  const id = entry?.command.messageId ?? '';
  const sent = { id, author: 'citizen', purpose: 'correction', officeName: null } as const;
  await pull(db, { state: 'registered' }, message({ ...sent, body: WORDS, sentAt: TODAY }));
  expect(await screen.findByText('Descrição corrigida')).toBeVisible();
  await user.click(screen.getByRole('button', { name: CORRECT }));
  expect(await screen.findByRole('textbox', { name: FIELD })).toHaveValue(WORDS);
});

test('a correction that corrects nothing is not sent, and leaves nothing behind', async () => {
  const { screen, user, db } = await renderRequest({ state: 'inReview' });
  await user.click(screen.getByRole('button', { name: CORRECT }));
  await user.click(await screen.findByRole('button', { name: 'Enviar correção' }));
  const summary = await screen.findByRole('region', { name: 'Há um problema' });
  expect(summary).toHaveTextContent('Altere o texto antes de enviar a correção');
  await user.click(screen.getByRole('button', { name: 'Fechar' }));
  await waitFor(() => expect(screen.getByRole('button', { name: CORRECT })).toHaveFocus());
  expect(await db.drafts.count()).toBe(0);
});

test('a correction that was begun stands in the way of no question', async () => {
  const db = openMemoryDatabase();
  await pull(db, ASKED, message());
  const patch = { description: WORDS, replyTo: { requestId: ID, purpose: 'correction' } } as const;
  await saveDraft(db, crypto.randomUUID(), { patch, baseRevision: 0, writer: 'before' }, new Date());
  const { screen, user } = await openPage(db);
  expect(await screen.findByRole('button', { name: 'Responder' })).toBeVisible();
  const begun = screen.getByRole('region', { name: 'Correção por acabar' });
  await user.click(within(begun).getByRole('button', { name: 'Continuar a correção' }));
  expect(await screen.findByRole('textbox', { name: FIELD })).toHaveValue(WORDS);
});
