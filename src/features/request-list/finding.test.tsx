import { waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CitizenRequest, Topic } from '../../../contract/types.ts';
import { registeredRequest, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { SearchableList } from '../../../testing/searchable-list.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { applyChanges } from '../../db/requests/apply-changes.ts';
import type { ListSearch } from './list-search.ts';

const SERVER_TIME = '2026-12-01T12:00:00.000Z';

const IBAN: Topic = {
  status: 'known',
  version: '1',
  lifeEvent: { id: 'payments', label: 'Pagamentos' },
  subject: { id: 'ibanChange', label: 'Alteração de IBAN' },
  reason: { id: 'other', label: 'Outro motivo' },
};

/** Applies a page of the feed. `more` says that the feed has further pages. */
async function bring(
  db: CitizenDatabase,
  requests: CitizenRequest[],
  bodies: Record<string, string> = {},
  more = false,
) {
  const changes = [
    ...requests.map((request) => ({ type: 'request' as const, request })),
    ...Object.entries(bodies).map(([requestId, body]) => ({
      type: 'message' as const,
      message: {
        id: crypto.randomUUID(),
        requestId,
        author: 'office' as const,
        purpose: 'notice' as const,
        officeName: null,
        body,
        attachments: [],
        sentAt: SERVER_TIME,
      },
    })),
  ];
  await applyChanges(db, { changes, cursor: '1', more, serverTime: SERVER_TIME }, new Date(SERVER_TIME));
}

function numbered(n: number, changes: Partial<CitizenRequest> = {}): CitizenRequest {
  return registeredRequest(crypto.randomUUID(), { reference: `EC-2026-000000${n}`, ...changes });
}

/** Adds enough requests for the search field to be shown. None of them has the words that the tests search. */
async function bringOthers(db: CitizenDatabase) {
  await bring(
    db,
    Array.from({ length: 8 }, () => numbered(9, { state: 'withdrawn', description: 'Sem interesse.' })),
  );
}

async function renderList(db: CitizenDatabase, start: ListSearch = {}) {
  await bringOthers(db);
  const page = await renderFeature(<SearchableList start={start} />, { db });
  const box = await page.screen.findByRole('searchbox', { name: 'Procurar nos meus pedidos' });
  return { ...page, box };
}

test('words are found without accents, in topics and in messages, and marked where they stand', async () => {
  const db = openMemoryDatabase();
  const asked = numbered(1, { description: 'A pensão da minha mãe.', topic: IBAN });
  await bring(db, [asked, numbered(2, { description: 'Outra coisa.' })], {
    [asked.id]: 'Falta o atestado multiúsos.',
  });
  const { screen, user, box } = await renderList(db);
  await user.type(box, 'PENSAO alter multiusos');
  const results = await screen.findByRole('region', { name: '1 pedido' });
  await waitFor(() => {
    const marks = [...results.querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(marks).toEqual(['Alteração', 'pensão', 'multiúsos']);
  });
  expect(results).toHaveTextContent('Numa mensagem: Falta o atestado multiúsos.');
  expect(screen.queryByRole('region', { name: /^Em curso/ })).toBeNull();
});

test('a hostile text is marked as the text it is', async () => {
  const db = openMemoryDatabase();
  await bring(db, [numbered(1, { description: '<img src=x onerror=alert(1)> pensão' })]);
  const { screen } = await renderList(db, { q: 'img pensao' });
  const results = await screen.findByRole('region', { name: '1 pedido' });
  expect(results).toHaveTextContent('<img src=x onerror=alert(1)> pensão');
  expect(document.querySelector('main img')).toBeNull();
});

test('whoever finds nothing is told so once, and *Limpar* leads back to the groups and the box', async () => {
  const db = openMemoryDatabase();
  await bring(db, [numbered(1)]);
  const { screen, user, box } = await renderList(db);
  await user.type(box, 'xyz');
  expect(await screen.findByRole('heading', { name: 'Nenhum pedido encontrado' })).toBeVisible();
  const said = screen.getAllByRole('status').at(-1);
  await waitFor(() => expect(said).toHaveTextContent('0 pedidos'));
  await user.click(screen.getByRole('button', { name: 'Limpar' }));
  expect(await screen.findByRole('region', { name: 'Em curso (1)' })).toBeVisible();
  expect(box).toHaveFocus();
  expect(box).toHaveValue('');
});

test('filters narrow the list, say how many each would leave, and stand as the address says', async () => {
  const db = openMemoryDatabase();
  const onBehalfOf = { id: 'c_alice', name: 'Alice Modelo' };
  await bring(db, [
    numbered(1, { state: 'answered', topic: IBAN }),
    numbered(2, { state: 'answered', onBehalfOf }),
    numbered(3, { state: 'inReview', topic: IBAN }),
  ]);
  const { screen, user } = await renderList(db, { estado: 'respondido' });
  expect(await screen.findByRole('region', { name: '2 pedidos' })).toBeVisible();
  expect(screen.getByRole('combobox', { name: 'Estado' })).toHaveDisplayValue('Respondido (2)');

  const topic = screen.getByRole('combobox', { name: 'Tema' });
  await user.selectOptions(topic, within(topic).getByRole('option', { name: /^Pagamentos \(1\)/ }));
  await user.selectOptions(await screen.findByRole('combobox', { name: 'Assunto' }), 'Alteração de IBAN (1)');
  const left = await screen.findByRole('region', { name: '1 pedido' });
  expect(left).toHaveTextContent('EC-2026-0000001');
  expect(screen.getByRole('option', { name: 'Em análise (1)' })).toBeInTheDocument();

  await user.click(screen.getByRole('button', { name: 'Limpar' }));
  const alice = await screen.findByRole('option', { name: 'Alice Modelo (1)' });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Para quem' }), alice);
  expect(await screen.findByRole('region', { name: '1 pedido' })).toHaveTextContent('EC-2026-0000002');
});

test('how many were found is said again when the same is looked for again', async () => {
  const db = openMemoryDatabase();
  await bring(db, [numbered(1, { state: 'answered' })]);
  const { screen, user } = await renderList(db, { estado: 'respondido' });
  const said = screen.getAllByRole('status').at(-1);
  const state = await screen.findByRole('combobox', { name: 'Estado' });
  await waitFor(() => expect(said).toHaveTextContent('1 pedido'));
  await waitFor(() => expect(said).toBeEmptyDOMElement());
  await user.selectOptions(state, 'Todos');
  await screen.findByRole('region', { name: /^Concluídos/ });
  await user.selectOptions(state, 'answered');
  await waitFor(() => expect(said).toHaveTextContent('1 pedido'));
});

test('the fifty-first result comes with *Mostrar mais*, and the focus goes on there', async () => {
  const db = openMemoryDatabase();
  await bring(
    db,
    Array.from({ length: 51 }, () => numbered(1)),
  );
  const { screen, user } = await renderList(db, { q: 'abono' });
  const results = await screen.findByRole('region', { name: '51 pedidos' });
  await waitFor(() => expect(within(results).getAllByRole('link')).toHaveLength(50));
  await user.click(within(results).getByRole('button', { name: 'Mostrar mais' }));
  await waitFor(() => expect(within(results).getAllByRole('link')[50]).toHaveFocus());
  expect(within(results).queryByRole('button', { name: 'Mostrar mais' })).toBeNull();
});

test('a draft is found as well, and a begun reply leads to its request', async () => {
  const db = openMemoryDatabase();
  const asked = numbered(7, { state: 'awaitingCitizen' });
  await bring(db, [asked]);
  await writeCompleteDraft(db, 'Rascunho sobre a creche');
  const replyTo = { requestId: asked.id, purpose: 'reply' } as const;
  const patch = { description: 'Junto o recibo da creche.', replyTo };
  await saveDraft(db, crypto.randomUUID(), { patch, baseRevision: 0, writer: 'test' }, new Date(SERVER_TIME));
  const { screen, user, box } = await renderList(db);
  const link = await screen.findByRole('link', { name: 'Resposta ao pedido EC-2026-0000007' });
  expect(link).toHaveAttribute('href', `/pedidos/${asked.id}`);
  await user.type(box, 'creche');
  const drafts = await screen.findByRole('region', { name: 'Rascunhos (2)' });
  await waitFor(() => {
    const marks = [...drafts.querySelectorAll('mark')].map(({ textContent }) => textContent);
    expect(marks).toEqual(['creche', 'creche']);
  });
  expect(screen.queryByText('Nenhum pedido encontrado')).toBeNull();
});

test('a draft that says all in what a complaint asks for is called by it, and found', async () => {
  const db = openMemoryDatabase();
  const patch = {
    kind: 'complaint',
    complaint: { office: '', happenedOn: '', wanted: 'Quero que devolvam 300 euros' },
  } as const;
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'test' }, new Date(SERVER_TIME));
  const { screen, user, box } = await renderList(db);
  expect(await screen.findByRole('link', { name: 'Quero que devolvam 300 euros' })).toBeVisible();
  await user.type(box, 'devolvam');
  await waitFor(() => expect(screen.getByText('devolvam').tagName).toBe('MARK'));
});

test('while the first requests are being fetched the list says how many have come', async () => {
  const db = openMemoryDatabase();
  await bring(db, [numbered(1), numbered(2)], {}, true);
  const { screen } = await renderFeature(<SearchableList />, { db });
  expect(await screen.findByText('Estamos a ir buscar os seus pedidos. Já chegaram 2.')).toBeVisible();
});
