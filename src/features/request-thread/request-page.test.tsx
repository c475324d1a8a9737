import { waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CitizenRequest, Message } from '../../../contract/types.ts';
import { registeredRequest } from '../../../testing/builders.ts';
import { LiveRequestPage } from '../../../testing/live-request-page.tsx';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { applyChanges } from '../../db/requests/apply-changes.ts';

const ID = '5f0c7d8e-0000-4000-8000-000000000001';
const HOSTILE = `<img src=x onerror=alert(1)>\n\n  \u202Etxet ${'w'.repeat(10_000)}`;

function message(changes: Partial<Message>): Message {
  return {
    id: crypto.randomUUID(),
    requestId: ID,
    author: 'office',
    purpose: 'answer',
    officeName: 'Centro Distrital de Lisboa',
    body: 'O seu pedido está tratado.',
    attachments: [],
    sentAt: '2026-11-26T10:00:00.000Z',
    ...changes,
  };
}

/** Applies changes as if the feed had brought them at a moment of the server's clock. */
async function pull(
  db: CitizenDatabase,
  serverTime: string,
  request?: Partial<CitizenRequest>,
  ...news: Message[]
) {
  const changes = [
    ...(request ? [{ type: 'request' as const, request: registeredRequest(ID, request) }] : []),
    ...news.map((one) => ({ type: 'message' as const, message: one })),
  ];
  await applyChanges(db, { changes, cursor: '1', more: false, serverTime }, new Date());
}

async function renderRequest(db: CitizenDatabase) {
  const page = await renderFeature(<LiveRequestPage id={ID} />, { db });
  await page.screen.findByRole('heading', { level: 1 });
  return page;
}

test('the page says whose turn it is, until when, and how much of the time has gone', async () => {
  const db = openMemoryDatabase();
  await pull(db, '2026-12-02T12:00:00Z', { state: 'inReview' });
  const { screen } = await renderRequest(db);
  expect(
    await screen.findByText(
      'Aguarde a resposta da Segurança Social até 11 de dezembro de 2026 (faltam 6 dias úteis).',
    ),
  ).toBeVisible();
  expect(screen.getAllByText(/11 de dezembro/)).toHaveLength(1);
  expect(screen.getByRole('meter', { name: 'Dias úteis passados' })).toHaveAttribute('value', '4');
  expect(screen.getByText('4 de 10 dias úteis')).toBeVisible();
});

test('while the citizen is asked the deadline is paused and it is their turn', async () => {
  const db = openMemoryDatabase();
  await pull(db, '2026-12-02T12:00:00Z', { state: 'awaitingCitizen', deadlinePaused: true });
  const { screen } = await renderRequest(db);
  await screen.findByText('Ainda não há mensagens.');
  for (const text of screen.getAllByText('A contagem parou. Continua quando responder.'))
    expect(text).toBeVisible();
  expect(screen.queryByRole('meter')).toBeNull();
});

test('the timeline tells what is done, what is going on and what comes, in words', async () => {
  const db = openMemoryDatabase();
  const registered = { state: 'registered', at: '2026-11-25T12:00:00.000Z', officeName: 'e-Clic' } as const;
  const review = { state: 'inReview', at: '2026-11-26T09:00:00.000Z', officeName: 'Lisboa' } as const;
  await pull(db, '2026-11-27T12:00:00Z', { state: 'inReview', history: [registered, review] });
  const { screen } = await renderRequest(db);
  const list = await screen.findByRole('list', { name: 'O que já aconteceu e o que se segue' });
  const steps = within(list)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');
  expect(steps).toHaveLength(3);
  expect(steps[0]).toMatch(/^Registado concluído/);
  expect(steps[1]).toMatch(/^Em análise agora.*Lisboa/);
  expect(steps[2]).toMatch(/^Resposta da Segurança Social a seguir/);
});

test('an answer that arrives is added below and announced, and the focus stays where it was', async () => {
  const db = openMemoryDatabase();
  await pull(db, '2026-11-26T09:00:00Z', {}, message({ purpose: 'notice', body: 'Recebemos.' }));
  const { screen } = await renderRequest(db);
  await screen.findByText('Recebemos.');
  const button = screen.getByRole('button', { name: 'Apresentar reclamação' });
  button.focus();

  const later = '2026-11-27T10:00:00.000Z';
  const answer = message({ sentAt: later });
  await pull(db, later, { state: 'answered', lastMessageAt: later, updatedAt: later }, answer);
  await screen.findByText('O seu pedido está tratado.');
  const articles = screen.getAllByRole('article');
  expect(articles).toHaveLength(2);
  expect(articles[1]).toHaveAccessibleName('Resposta da Segurança Social');
  expect(articles[1]).toHaveTextContent('Por ler');
  expect(articles[1]).toHaveTextContent('Centro Distrital de Lisboa · 27 de novembro de 2026 às 10:00');
  expect(button).toHaveFocus();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Chegou uma mensagem nova.'));
});

test('script, marks that turn the text and a word without an end are shown as the text they are', async () => {
  const db = openMemoryDatabase();
  const file = { id: crypto.randomUUID(), type: 'application/pdf', size: 20, sha256: 'a'.repeat(64) };
  const attachments = [{ ...file, name: '\u202Efdp.exe' }];
  await pull(db, '2026-11-27T12:00:00Z', { description: HOSTILE, attachments }, message({ body: HOSTILE }));
  const { screen } = await renderRequest(db);
  const isWhole = (_own: string, element: Element | null) =>
    element?.tagName === 'P' && element.textContent === HOSTILE;
  await waitFor(() => expect(screen.getAllByText(isWhole)).toHaveLength(2));
  for (const text of screen.getAllByText(isWhole)) expect(text).toHaveAttribute('dir', 'auto');
  for (const name of screen.getAllByText('\u202Efdp.exe')) expect(name.tagName).toBe('BDI');
  expect(document.querySelector('main img')).toBeNull();
});

test('what an office wrote is marked as Portuguese, what the citizen wrote as nothing: it may be in any language', async () => {
  const db = openMemoryDatabase();
  const mine = message({ author: 'citizen', purpose: 'reply', officeName: null, body: 'Дякую!' });
  await pull(db, '2026-11-27T12:00:00Z', {}, message({}), mine);
  const { screen } = await renderRequest(db);
  expect(await screen.findByText('O seu pedido está tratado.')).toHaveAttribute('lang', 'pt-PT');
  expect(screen.getByText('Centro Distrital de Lisboa')).toHaveAttribute('lang', 'pt-PT');
  expect(screen.getByText('Дякую!')).not.toHaveAttribute('lang');
});

test('the newest message leads, the others follow below it from new to old, and each says whether it is new', async () => {
  const db = openMemoryDatabase();
  const question = message({ purpose: 'question', body: 'Que mês?', sentAt: '2026-11-26T10:00:00.000Z' });
  const reply = message({
    author: 'citizen',
    purpose: 'reply',
    officeName: null,
    body: 'Agosto.',
    sentAt: '2026-11-26T12:00:00.000Z',
  });
  const answer = message({ sentAt: '2026-11-27T10:00:00.000Z' });
  const readUpTo = question.sentAt;
  await pull(db, '2026-11-27T12:00:00Z', { state: 'answered', readUpTo }, question, reply, answer);
  const { screen } = await renderRequest(db);
  const older = await screen.findByRole('region', { name: 'Mensagens anteriores' });
  expect(screen.getAllByRole('article').map((article) => article.querySelector('h3')?.textContent)).toEqual([
    'Resposta da Segurança Social',
    'A sua resposta',
    'Pergunta da Segurança Social',
  ]);
  expect(within(older).getAllByRole('article')).toHaveLength(2);
  expect(screen.getAllByText('Por ler')).toHaveLength(1);
  expect(within(older).getByText(/Escrito por si/)).toHaveTextContent(
    'Enviada a 26 de novembro de 2026 às 12:00',
  );
});

test('the heading names the request and its topic', async () => {
  const db = openMemoryDatabase();
  const label = (words: string) => ({ id: words, label: words });
  const topic = {
    status: 'known',
    version: '1',
    lifeEvent: label('Pagamentos'),
    subject: label('Restituições'),
    reason: label('Outro motivo'),
  } as const;
  await pull(db, '2026-11-27T12:00:00Z', { topic });
  const { screen } = await renderRequest(db);
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent(
    'Pedido EC-2026-0000124 Pagamentos › Restituições › Outro motivo',
  );
  expect(document.title).toBe('Pedido EC-2026-0000124 – e-Clic');
});
