import { waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { paste } from '../../../../../../testing/paste.ts';
import {
  ASKED,
  ID,
  message,
  pull,
  renderRequest,
  TODAY,
  WORDS,
} from '../../../../../../testing/render-request.tsx';
import { patchSyncState } from '../../../../../db/core/metadata.ts';
import { beginAttempt, postpone } from '../../../../../db/outbox/attempts.ts';
import { byType } from '../../../../../db/outbox/commands.ts';
import { listWaiting } from '../../../../../db/outbox/outbox.ts';
import { dismissNotice } from '../../../../../state/notices.ts';
import { announce } from '../../../../../ui/live-region.tsx';

afterEach(dismissNotice);

/** Sends a reply that then waits for a connection. */
async function openWaitingReply() {
  const rendered = await renderRequest(ASKED, message());
  const { screen, user, db } = rendered;
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await paste(user, await screen.findByRole('textbox', { name: 'A sua resposta' }), WORDS);
  await user.click(screen.getByRole('button', { name: 'Enviar resposta' }));
  const article = await screen.findByRole('article', { name: 'A sua resposta' });
  await patchSyncState(db, { connection: 'noConnection' });
  const button = await within(article).findByRole('button', { name: 'Não enviar' });
  const [entry] = byType(await listWaiting(db, ID), 'sendReply');
  if (!entry) throw new Error('No reply waits');
  return { ...rendered, article, button, entry };
}

test('a citizen whose reply waits is told that it waits, and is asked for it again once it is taken back', async () => {
  const { screen, user, button } = await openWaitingReply();
  expect(screen.queryByText('Aguarda a sua resposta')).toBeNull();
  const sentence = screen.getByText('A sua mensagem está por enviar.', { selector: 'p > span' });
  expect(sentence.parentElement).toHaveTextContent(/^Por enviar/);
  await user.click(button);
  expect(await screen.findByText('Aguarda a sua resposta')).toBeVisible();
});

test('whoever is at *Não enviar* when the message arrives is left at the message', async () => {
  const { db, article, button, entry } = await openWaitingReply();
  button.focus();
  const sent = {
    id: entry.command.messageId,
    author: 'citizen',
    purpose: 'reply',
    officeName: null,
  } as const;
  await pull(db, { state: 'inReview' }, message({ ...sent, body: WORDS, sentAt: TODAY }));
  await waitFor(() => expect(within(article).queryByRole('button', { name: 'Não enviar' })).toBeNull());
  expect(within(article).getByRole('heading')).toHaveFocus();
});

test('a message that is tried again and again is said to be on its way once', async () => {
  const { screen, db, article, entry } = await openWaitingReply();
  const heard: string[] = [];
  const status = screen.getByRole('status');
  const observer = new MutationObserver(() => heard.push(status.textContent));
  observer.observe(status, { childList: true });
  for (const _ of [1, 2]) {
    await beginAttempt(db, entry.commandId, new Date());
    await within(article).findByText('A enviar');
    await postpone(db, entry.commandId, { nextAttemptAt: 0, waitReason: 'noConnection' });
    await within(article).findByText('Por enviar');
  }
  // Sentences are heard a moment later, in their order.
  announce('Fim');
  await waitFor(() => expect(heard.join()).toContain('Fim'));
  observer.disconnect();
  expect(heard.join().match(/Começámos a enviar/g)).toHaveLength(1);
});
