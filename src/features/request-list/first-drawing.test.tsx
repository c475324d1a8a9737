import { waitFor, within } from '@testing-library/react';
import Dexie from 'dexie';
import { type ReactNode, useLayoutEffect } from 'react';
import { expect, test } from 'vitest';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { SearchableList } from '../../../testing/searchable-list.tsx';
import { applyChanges } from '../../db/requests/apply-changes.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { readList } from './list-summary.ts';
import { CARDS_IN_VIEW } from './request-card.tsx';
import { RequestListPage } from './request-list-page.tsx';

const STATES = ['awaitingCitizen', 'inReview', 'closed'] as const;

interface FirstDrawingProps {
  onDrawn: (cards: number) => void;
  children: ReactNode;
}

/** Tells how many cards are on the page when it is drawn for the first time, before anything else is drawn. */
function FirstDrawing({ onDrawn, children }: FirstDrawingProps) {
  useLayoutEffect(() => {
    onDrawn(document.querySelectorAll('h3').length);
  }, [onDrawn]);
  return children;
}

test('a list opens with as many cards as a screen holds, in however many groups they stand, and then with all', async () => {
  const db = openMemoryDatabase();
  for (const state of STATES)
    for (let n = 1; n < CARDS_IN_VIEW; n += 1)
      await recordReceived(db, registeredRequest(crypto.randomUUID(), { state }));
  const initial = await readList(db);
  const drawn: number[] = [];
  await renderFeature(
    <FirstDrawing onDrawn={(cards) => drawn.push(cards)}>
      <RequestListPage initial={initial} search={{}} onSearch={() => undefined} />
    </FirstDrawing>,
    { db },
  );
  await waitFor(() =>
    expect(document.querySelectorAll('h3')).toHaveLength(STATES.length * (CARDS_IN_VIEW - 1)),
  );
  expect(drawn[0]).toBe(CARDS_IN_VIEW);
});

test('what comes for the first time stands there with its cards at once: no group is ever seen without', async () => {
  const db = openMemoryDatabase();
  const initial = await readList(db);
  const { screen } = await renderFeature(
    <RequestListPage initial={initial} search={{}} onSearch={() => undefined} />,
    { db },
  );
  const bare: string[] = [];
  const watch = new MutationObserver(() => {
    for (const group of document.querySelectorAll('[data-group]'))
      if (!group.querySelector('h3')) bare.push(group.textContent);
  });
  watch.observe(document, { subtree: true, childList: true });
  const changes = STATES.map((state) => ({
    type: 'request' as const,
    request: registeredRequest(crypto.randomUUID(), { state }),
  }));
  const page = { changes, cursor: 'first', more: false, serverTime: '2026-11-29T12:00:00Z' };
  await applyChanges(db, page, new Date(page.serverTime));
  expect(await screen.findByText(/^Atualizado/)).toBeVisible();
  await waitFor(() => expect(document.querySelectorAll('h3')).toHaveLength(STATES.length));
  watch.disconnect();
  expect(bare).toEqual([]);
});

test('the filters stand before the requests are counted, and say until then no number', async () => {
  const db = openMemoryDatabase();
  for (let n = 0; n < 8; n += 1)
    await recordReceived(db, registeredRequest(crypto.randomUUID(), { state: 'closed' }));
  const { screen, user } = await renderFeature(<SearchableList />, { db });
  const filters = await screen.findByRole('button', { name: 'Filtros' });
  // A query that counts has to wait until this transaction has written.
  let endWriting = () => {};
  const written = new Promise<void>((resolve) => {
    endWriting = resolve;
  });
  const writing = db.transaction('rw', db.requests, () => Dexie.waitFor(written));
  await user.click(filters);
  const state = within(await screen.findByRole('combobox', { name: 'Estado' }));
  expect(state.getByRole('option', { name: 'Concluído' })).toBeInTheDocument();
  expect(screen.getByRole('checkbox', { name: 'Só com mensagens por ler' })).toBeVisible();
  endWriting();
  await writing;
  expect(await state.findByRole('option', { name: 'Concluído (8)' })).toBeInTheDocument();
});
