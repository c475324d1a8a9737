import { waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CitizenRequest, Message } from '../../../../../contract/types.ts';
import { applyChanges } from '../../../../../db/apply-changes.ts';
import { listAttachments } from '../../../../../db/attachments.ts';
import type { CitizenDatabase } from '../../../../../db/citizen-database.ts';
import { useQuery } from '../../../../../db/database-context.ts';
import { readDraft, saveDraft } from '../../../../../db/drafts.ts';
import { beginAttempt, beginCommit, isOfType } from '../../../../../db/outbox.ts';
import { recordRefused } from '../../../../../db/record-refused.ts';
import { listPendingActions } from '../../../../../db/request-actions.ts';
import { readRequest } from '../../../../../db/requests.ts';
import { dismissNotice, useNotices } from '../../../../../state/notices.ts';
import { pdfBytes, registeredRequest } from '../../../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../../../testing/memory-database.ts';
import { renderFeature } from '../../../../../testing/render-feature.tsx';
import { RequestView } from './-request-view.tsx';

const ID = '5f0c7d8e-0000-4000-8000-000000000001';
const TODAY = '2026-12-02T12:00:00.000Z';
const WORDS = 'Junto o comprovativo do pagamento.';

afterEach(dismissNotice);

/** As it comes by the change feed. */
async function pull(db: CitizenDatabase, changes: Partial<CitizenRequest>, ...news: Message[]) {
  await applyChanges(
    db,
    {
      changes: [
        { type: 'request', request: registeredRequest(ID, { updatedAt: TODAY, ...changes }) },
        ...news.map((message) => ({ type: 'message' as const, message })),
      ],
      cursor: '1',
      more: false,
      serverTime: TODAY,
    },
    new Date(),
  );
}

function message(changes: Partial<Message> = {}): Message {
  return {
    id: crypto.randomUUID(),
    requestId: ID,
    author: 'office',
    purpose: 'question',
    officeName: 'Centro Distrital de Lisboa',
    body: 'Falta um documento.',
    attachments: [],
    sentAt: '2026-12-01T10:00:00.000Z',
    ...changes,
  };
}

const ASKED = { state: 'awaitingCitizen', deadlinePaused: true } as const;
const ANSWERED = {
  state: 'answered',
  askAgainUntil: '2026-12-20',
  history: [
    { state: 'registered', at: '2026-11-25T12:00:00.000Z', officeName: 'e-Clic' },
    { state: 'answered', at: '2026-12-01T10:00:00.000Z', officeName: 'e-Clic' },
  ],
} satisfies Partial<CitizenRequest>;

function Live() {
  const request = useQuery((db) => readRequest(db, ID));
  return request && <RequestView request={request} />;
}

async function renderRequest(changes: Partial<CitizenRequest>, ...news: Message[]) {
  const db = openMemoryDatabase();
  await pull(db, changes, ...news);
  return { db, ...(await openPage(db)) };
}

async function openPage(db: CitizenDatabase) {
  const page = await renderFeature(<Live />, { db, address: `/pedidos/${ID}` });
  await page.screen.findByRole('heading', { name: 'O que pode fazer' });
  return page;
}

const NAMES = [
  'Responder',
  'Juntar informação',
  'Pedir esclarecimento',
  'Anular pedido',
  'Avaliar a resposta',
  'Criar pedido a partir deste',
  'Apresentar reclamação',
];

test.each([
  [{ state: 'registered' }, ['Anular pedido']],
  [{ state: 'inReview' }, ['Juntar informação', 'Anular pedido']],
  [{ state: 'forwarded' }, []],
  [ASKED, ['Responder']],
  [ANSWERED, ['Pedir esclarecimento', 'Avaliar a resposta']],
  [{ ...ANSWERED, askAgainUntil: '2026-12-01' }, ['Avaliar a resposta']],
  [{ ...ANSWERED, state: 'closed', askAgainUntil: '2026-12-01' }, ['Avaliar a resposta']],
  [{ state: 'withdrawn' }, []],
] as [Partial<CitizenRequest>, string[]][])(
  'a request %j offers what its state allows',
  async (changes, own) => {
    const { screen } = await renderRequest(changes);
    const shown = NAMES.filter((name) => screen.queryByRole('button', { name }) !== null);
    const always = ['Criar pedido a partir deste', 'Apresentar reclamação'];
    expect(shown.sort()).toEqual([...own, ...always].sort());
  },
);

test('who asks about the answer too late is told until when it was possible and what to do instead', async () => {
  const { screen } = await renderRequest({ ...ANSWERED, askAgainUntil: '2026-12-01' });
  expect(
    screen.getByText(
      /^Podia pedir esclarecimento sobre a resposta até 1 de dezembro de 2026\. .*«Criar pedido a partir deste»/,
    ),
  ).toBeVisible();
});

test('when the answer is late the complaint stands with the deadline, and only there', async () => {
  const { screen } = await renderRequest({ state: 'inReview', dueOn: '2026-11-27' });
  await screen.findByText(/A resposta está atrasada/);
  await waitFor(() =>
    expect(screen.getAllByRole('button', { name: 'Apresentar reclamação' })).toHaveLength(1),
  );
});

test('a reply is written in place, kept, and stands as a message at once, with the focus, until it is taken back', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  const field = await screen.findByRole('textbox', { name: 'A sua resposta' });
  expect(field).toHaveFocus();
  expect(screen.queryByRole('button', { name: 'Responder' })).toBeNull();
  await user.type(field, WORDS);
  await screen.findByText(/^Guardado neste dispositivo às/);

  await user.click(screen.getByRole('button', { name: 'Enviar resposta' }));
  const article = await screen.findByRole('article', { name: 'A sua resposta' });
  expect(article).toHaveTextContent('Por enviar');
  expect(article).toHaveTextContent(WORDS);
  await waitFor(() => expect(within(article).getByRole('heading', { level: 3 })).toHaveFocus());
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Responder' })).toBeNull();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('por enviar'));
  expect(await listPendingActions(db, ID)).toMatchObject([{ command: { type: 'sendReply' } }]);

  await user.click(within(article).getByRole('button', { name: 'Não enviar' }));
  const again = await screen.findByRole('textbox', { name: 'A sua resposta' });
  expect(again).toHaveValue(WORDS);
  expect(await listPendingActions(db, ID)).toEqual([]);
});

test('when it arrives the message stays the same element, so that the focus stays', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await user.type(await screen.findByRole('textbox', { name: 'A sua resposta' }), WORDS);
  await user.click(screen.getByRole('button', { name: 'Enviar resposta' }));
  const article = await screen.findByRole('article', { name: 'A sua resposta' });
  await waitFor(() => expect(within(article).getByRole('heading')).toHaveFocus());
  const [entry] = await listPendingActions(db, ID);
  if (!entry || !isOfType(entry, 'sendReply')) throw new Error('No reply waits');

  const sent = {
    id: entry.command.messageId,
    author: 'citizen',
    purpose: 'reply',
    officeName: null,
  } as const;
  await pull(db, { state: 'inReview' }, message({ ...sent, body: WORDS, sentAt: TODAY }));
  await within(article).findByText(/Escrito por si/);
  expect(within(article).queryByText('Por enviar')).toBeNull();
  expect(within(article).getByRole('heading')).toHaveFocus();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('A sua mensagem foi enviada.'));
});

test('an empty message is not sent, and the summary leads to the field', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await user.click(await screen.findByRole('button', { name: 'Enviar resposta' }));
  const summary = await screen.findByRole('region', { name: 'Há um problema' });
  expect(summary).toHaveFocus();
  await user.click(within(summary).getByRole('link', { name: 'Escreva a sua mensagem' }));
  expect(screen.getByRole('textbox', { name: 'A sua resposta' })).toHaveFocus();
  expect(await db.drafts.count()).toBe(0);
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
  expect(again).toHaveFocus();
});

test('a deleted reply can be brought back', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await user.type(await screen.findByRole('textbox', { name: 'A sua resposta' }), WORDS);
  await user.click(await screen.findByRole('button', { name: 'Eliminar rascunho' }));
  await screen.findByRole('button', { name: 'Responder' });
  expect(screen.getByRole('heading', { name: 'O que pode fazer' })).toHaveFocus();
  const [draft] = await db.drafts.toArray();
  expect(draft?.deletedAt).not.toBeNull();
  useNotices.getState().notice?.undo?.run();
  expect(await screen.findByRole('textbox', { name: 'A sua resposta' })).toHaveValue(WORDS);
});

test('a clerk who answers while information is being written takes no word, no focus, and explains what it can be now', async () => {
  const { screen, user, db } = await renderRequest({ state: 'inReview' });
  await user.click(screen.getByRole('button', { name: 'Juntar informação' }));
  const field = await screen.findByRole('textbox', { name: 'Informação a juntar' });
  await user.type(field, 'Encontrei outro ');
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
  expect(screen.getByText('O pedido mudou depois de começar a escrever')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Passar a pedido de esclarecimento' }));
  const same = screen.getByRole('textbox', { name: 'O que quer esclarecer' });
  expect(same).toHaveFocus();
  await user.click(screen.getByRole('button', { name: 'Enviar pergunta' }));
  await screen.findByRole('article', { name: 'O seu pedido de esclarecimento' });
  const [entry] = await listPendingActions(db, ID);
  expect(entry?.command).toMatchObject({
    type: 'sendReply',
    content: { purpose: 'followUp', body: 'Encontrei outro recibo.' },
  });
});

test('a reply that the server refused opens again with the reason', async () => {
  const { screen, user, db } = await renderRequest(ASKED, message());
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await user.type(await screen.findByRole('textbox', { name: 'A sua resposta' }), WORDS);
  await user.click(screen.getByRole('button', { name: 'Enviar resposta' }));
  await screen.findByRole('article', { name: 'A sua resposta' });
  const [entry] = await listPendingActions(db, ID);
  if (!entry) throw new Error('Nothing waits');
  await recordRefused(db, entry, { type: 'state-forbids', issues: [], at: TODAY });
  expect(await screen.findByRole('textbox', { name: 'A sua resposta' })).toHaveValue(WORDS);
  expect(screen.getByText('A Segurança Social não aceitou esta mensagem')).toBeVisible();
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Voltou a ser um rascunho'));
});

test('withdrawing says what happens, waits, and can be undone until it goes', async () => {
  const { screen, user, db } = await renderRequest({ state: 'inReview' });
  await user.click(screen.getByRole('button', { name: 'Anular pedido' }));
  const dialog = await screen.findByRole('dialog', { name: 'Anular o pedido EC-2026-0000124?' });
  expect(dialog).toHaveTextContent('não lhe responde');
  await user.click(within(dialog).getByRole('button', { name: 'Sim, anular' }));
  const keep = await screen.findByRole('button', { name: 'Não anular' });
  await waitFor(() => expect(keep).toHaveFocus());
  expect(screen.queryByRole('button', { name: 'Anular pedido' })).toBeNull();
  await user.click(keep);
  await screen.findByRole('button', { name: 'Anular pedido' });
  expect(await listPendingActions(db, ID)).toEqual([]);
});

test('a withdrawal that is on its way is not stopped, and one that is refused is explained until that is read', async () => {
  const { screen, user, db } = await renderRequest({ state: 'inReview' });
  await user.click(screen.getByRole('button', { name: 'Anular pedido' }));
  await user.click(await screen.findByRole('button', { name: 'Sim, anular' }));
  await screen.findByRole('button', { name: 'Não anular' });
  const [entry] = await listPendingActions(db, ID);
  if (!entry) throw new Error('Nothing waits');
  await beginAttempt(db, entry.commandId, new Date());
  await beginCommit(db, entry.commandId);
  await user.click(screen.getByRole('button', { name: 'Não anular' }));
  expect(await screen.findByText(/já não pode ser parada/, { selector: 'p' })).toBeVisible();

  await pull(db, ANSWERED);
  await recordRefused(db, entry, { type: 'state-forbids', issues: [], at: TODAY });
  expect(await screen.findByText('O pedido não foi anulado')).toBeVisible();
  expect(screen.getByText(/já estava «Respondido»/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Fechar o aviso sobre a anulação' }));
  await waitFor(() => expect(screen.queryByText('O pedido não foi anulado')).toBeNull());
  expect(screen.getByRole('heading', { name: 'O que pode fazer' })).toHaveFocus();
});

test('an answer is rated with a comment that survives closing, and the rating can be changed', async () => {
  const { screen, user, db } = await renderRequest(ANSWERED);
  await user.click(screen.getByRole('button', { name: 'Avaliar a resposta' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'Avaliar a resposta' })).toHaveFocus());
  await user.type(screen.getByRole('textbox', { name: 'Comentário' }), 'Faltou o valor');
  await user.click(screen.getByRole('button', { name: 'Enviar avaliação' }));
  expect(await screen.findByRole('link', { name: 'Escolha se a resposta foi útil' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Fechar avaliação' }));
  await user.click(await screen.findByRole('button', { name: 'Avaliar a resposta' }));
  expect(await screen.findByRole('textbox', { name: 'Comentário' })).toHaveValue('Faltou o valor');

  await user.click(screen.getByRole('radio', { name: 'Não' }));
  await user.click(screen.getByRole('button', { name: 'Enviar avaliação' }));
  await waitFor(() => expect(screen.getByRole('heading', { name: 'A sua avaliação' })).toHaveFocus());
  expect(screen.getByText('Disse que a resposta não foi útil.')).toBeVisible();
  const rating = { helpful: false, comment: 'Faltou o valor' };
  expect(await listPendingActions(db, ID)).toMatchObject([{ command: { type: 'rate', rating } }]);
  await user.click(screen.getByRole('button', { name: 'Alterar a avaliação' }));
  expect(await screen.findByRole('radio', { name: 'Não' })).toBeChecked();
});

test.each([
  ['Criar pedido a partir deste', { kind: 'information', complaint: null }],
  [
    'Apresentar reclamação',
    { kind: 'complaint', complaint: { office: 'Centro de contacto e-Clic', happenedOn: '', wanted: '' } },
  ],
])('**%s** makes a draft for the same person that names the request', async (name, expected) => {
  const onBehalfOf = { id: 'c_alice', name: 'Alice Modelo' };
  const { screen, user, db, pathname } = await renderRequest({ state: 'closed', onBehalfOf });
  await user.click(screen.getByRole('button', { name }));
  await waitFor(() => expect(pathname()).toMatch(/^\/rascunhos\/[^/]+\/descricao$/));
  const draft = await readDraft(db, pathname().split('/')[2] ?? '');
  expect(draft).toMatchObject({ ...expected, onBehalfOf, topic: { status: 'unknown' } });
  expect(draft?.description).toBe('Sobre o pedido EC-2026-0000124:\n\n');
});

test('what is looked at is read, and stays marked as new until the next visit', async () => {
  const sentAt = '2026-12-01T10:00:00.000Z';
  const { screen, db } = await renderRequest({ ...ASKED, lastMessageAt: sentAt }, message({ sentAt }));
  await waitFor(async () => expect(await readRequest(db, ID)).toMatchObject({ unread: 0, readUpTo: sentAt }));
  expect(screen.getByRole('article')).toHaveTextContent('Por ler');
});
