import { waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { NOON, writeReply } from '../../../../../../testing/builders.ts';
import { paste } from '../../../../../../testing/paste.ts';
import {
  ANSWERED,
  ASKED,
  ID,
  message,
  pull,
  renderRequest,
  TODAY,
  WORDS,
} from '../../../../../../testing/render-request.tsx';
import { beginAttempt, beginCommit, postpone } from '../../../../../db/outbox/attempts.ts';
import { listWaiting } from '../../../../../db/outbox/outbox.ts';
import { recordRefused } from '../../../../../db/outbox/refusals.ts';
import { submitDraft } from '../../../../../db/outbox/submit-draft.ts';
import { readRequest } from '../../../../../db/requests/requests.ts';
import { dismissNotice } from '../../../../../state/notices.ts';

afterEach(dismissNotice);

test('a clerk who answers while information is being written takes no word, no focus, and explains what it can be now', async () => {
  const { screen, user, db } = await renderRequest({ state: 'inReview' });
  await user.click(screen.getByRole('button', { name: 'Juntar informação' }));
  const field = await screen.findByRole('textbox', { name: 'Informação a juntar' });
  await paste(user, field, 'Encontrei outro ');
  await pull(
    db,
    { ...ANSWERED, lastMessageAt: TODAY },
    message({ purpose: 'answer', body: 'Está tratado.' }),
  );
  await screen.findByText('Está tratado.');
  expect(field).toHaveFocus();
  await user.type(field, 'recibo.');
  expect(field).toHaveValue('Encontrei outro recibo.');
  expect(screen.queryByRole('button', { name: 'Enviar informação' })).toBeNull();
  expect(screen.getByText('Houve uma mudança depois de começar a escrever')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Mudar para pedido de esclarecimento' }));
  const same = screen.getByRole('textbox', { name: 'O que quer esclarecer' });
  expect(same).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Enviar pergunta' }));
  await screen.findByRole('article', { name: 'O seu pedido de esclarecimento' });
  const [entry] = await listWaiting(db, ID);
  expect(entry?.command).toMatchObject({
    type: 'sendReply',
    content: { purpose: 'followUp', body: 'Encontrei outro recibo.' },
  });
});

test('a reply that the server refused opens again with the reason', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await paste(user, await screen.findByRole('textbox', { name: 'A sua resposta' }), WORDS);
  await user.click(screen.getByRole('button', { name: 'Enviar resposta' }));
  await screen.findByRole('article', { name: 'A sua resposta' });
  const [entry] = await listWaiting(db, ID);
  if (!entry) throw new Error('Nothing waits');
  await recordRefused(db, entry, { type: 'state-forbids', issues: [], at: TODAY });
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('voltou a ser um rascunho'));
  expect(await screen.findByRole('textbox', { name: 'A sua resposta' })).toHaveValue(WORDS);
  expect(screen.getByText('A Segurança Social não aceitou esta mensagem')).toBeVisible();
});

test('who may no longer act for somebody is told so, and not to choose for whom the reply is', async () => {
  const { screen, db } = await renderRequest(ASKED, message());
  await submitDraft(db, await writeReply(db, ID), NOON);
  const [entry] = await listWaiting(db, ID);
  if (!entry) throw new Error('Nothing waits');
  const issues = [{ field: 'onBehalfOf', code: 'notAllowed' } as const];
  await recordRefused(db, entry, { type: 'not-allowed', issues, at: TODAY });
  expect(await screen.findByText(/Já não pode agir em nome desta pessoa/)).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'A sua resposta' })).toBeValid();
  expect(screen.queryByText(/Escolha em nome de quem/)).toBeNull();
});

test('withdrawing says what happens, waits, and can be undone until it goes', async () => {
  const { screen, user, db } = await renderRequest({ state: 'inReview' });
  await user.click(screen.getByRole('button', { name: 'Anular pedido' }));
  const dialog = await screen.findByRole('dialog', { name: 'Anular o pedido EC-2026-0000124?' });
  expect(dialog).toHaveTextContent('não lhe responde');
  await user.click(within(dialog).getByRole('button', { name: 'Sim, anular' }));
  const keep = await screen.findByRole('button', { name: 'Não anular' });
  expect(screen.queryByRole('button', { name: 'Anular pedido' })).toBeNull();
  await user.click(keep);
  await screen.findByRole('button', { name: 'Anular pedido' });
  expect(await listWaiting(db, ID)).toEqual([]);
});

test('what becomes of a withdrawal is said below the heading, which takes the focus, and heard', async () => {
  const { screen, user, db } = await renderRequest({ state: 'inReview' });
  const heading = screen.getByRole('heading', { level: 1 });
  // Finds the line that says whose turn it is, which is read first after the heading.
  const said = () => heading.closest('main > *, body > *')?.querySelector('p[class*="turn"]');
  await user.click(screen.getByRole('button', { name: 'Anular pedido' }));
  await user.click(await screen.findByRole('button', { name: 'Sim, anular' }));
  await waitFor(() => expect(heading).toHaveFocus());
  await waitFor(() => expect(said()).toHaveTextContent('Por enviar A anulação deste pedido está por enviar'));
  screen.getByRole('button', { name: 'Não anular' }).focus();
  await pull(db, { state: 'withdrawn' });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Não anular' })).toBeNull());
  await waitFor(() =>
    expect(said()).toHaveTextContent('Anulado Anulou este pedido: não tem de fazer mais nada.'),
  );
  expect(heading).toHaveFocus();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Anulou este pedido'));
});

test('a clerk who answers while the citizen is asked whether to withdraw leaves the question open and says why it is over', async () => {
  const { screen, user, db } = await renderRequest({ state: 'inReview' });
  await user.click(screen.getByRole('button', { name: 'Anular pedido' }));
  const dialog = await screen.findByRole('dialog', { name: 'Anular o pedido EC-2026-0000124?' });
  within(dialog).getByRole('button', { name: 'Sim, anular' }).focus();
  await pull(
    db,
    { ...ANSWERED, lastMessageAt: TODAY },
    message({ purpose: 'answer', body: 'Está tratado.', sentAt: TODAY }),
  );
  const reason = await within(dialog).findByText(/^Entretanto o pedido passou/);
  expect(reason).toHaveTextContent('Entretanto o pedido passou a «Respondido»');
  expect(reason).toHaveFocus();
  expect(within(dialog).queryByRole('button', { name: 'Sim, anular' })).toBeNull();
  // Once all is read nothing draws the page again by itself.
  await waitFor(async () => expect(await readRequest(db, ID)).toMatchObject({ unread: 0 }));
  await screen.findByText('Avaliar a resposta');

  await user.click(within(dialog).getByRole('button', { name: 'Fechar' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'O que pode fazer' })).toHaveFocus());
  expect(screen.queryByRole('button', { name: 'Anular pedido' })).toBeNull();
  expect(await listWaiting(db, ID)).toEqual([]);
});

test('a withdrawal that is on its way is not stopped, and one that is refused is explained until that is read', async () => {
  const { screen, user, db } = await renderRequest({ state: 'inReview' });
  await user.click(screen.getByRole('button', { name: 'Anular pedido' }));
  await user.click(await screen.findByRole('button', { name: 'Sim, anular' }));
  await screen.findByRole('button', { name: 'Não anular' });
  const [entry] = await listWaiting(db, ID);
  if (!entry) throw new Error('Nothing waits');
  await beginAttempt(db, entry.commandId, new Date());
  await beginCommit(db, entry.commandId);
  await user.click(screen.getByRole('button', { name: 'Não anular' }));
  const tooLate = await screen.findByText(/já não pode ser parada/, { selector: 'p' });
  await postpone(db, entry.commandId, { nextAttemptAt: 0 });
  await waitFor(() => expect(tooLate).not.toBeInTheDocument());

  await recordRefused(db, entry, { type: 'state-forbids', issues: [], at: TODAY });
  expect(await screen.findByText('O pedido não foi anulado')).toBeVisible();
  expect(screen.getByText(/o estado do pedido já não permitia anulá-lo/)).toBeVisible();
  // The state that is known here may be an older one, or a later one.
  expect(screen.queryByText(/«Em análise»/)).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Fechar o aviso sobre a anulação' }));
  await waitFor(() => expect(screen.queryByText('O pedido não foi anulado')).toBeNull());
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});

test('an answer is rated with a comment that survives closing, and the rating can be changed', async () => {
  const { screen, user, db } = await renderRequest(ANSWERED);
  await user.click(screen.getByRole('button', { name: 'Avaliar a resposta' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Avaliar a resposta' })).toHaveFocus());
  await paste(user, screen.getByRole('textbox', { name: 'Comentário' }), 'Faltou o valor');
  await user.click(screen.getByRole('button', { name: 'Enviar avaliação' }));
  expect(await screen.findByRole('link', { name: 'Diga se a resposta foi útil' })).toBeVisible();
  await waitFor(() => expect(document.title).toBe('Erro: Pedido EC-2026-0000124 – e-Clic'));
  await user.click(screen.getByRole('button', { name: 'Fechar avaliação' }));
  await user.click(await screen.findByRole('button', { name: 'Avaliar a resposta' }));
  expect(await screen.findByRole('textbox', { name: 'Comentário' })).toHaveValue('Faltou o valor');

  await user.click(screen.getByRole('radio', { name: 'Não' }));
  await user.click(screen.getByRole('button', { name: 'Enviar avaliação' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'A sua avaliação' })).toHaveFocus());
  expect(screen.getByText('Disse que a resposta não foi útil.')).toBeVisible();
  const rating = { helpful: false, comment: 'Faltou o valor' };
  expect(await listWaiting(db, ID)).toMatchObject([{ command: { type: 'rate', rating } }]);
  await user.click(screen.getByRole('button', { name: 'Alterar a avaliação' }));
  expect(await screen.findByRole('radio', { name: 'Não' })).toBeChecked();
});
