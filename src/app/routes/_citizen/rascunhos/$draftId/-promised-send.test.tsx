import { act, cleanup, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../../../../testing/builders.ts';
import { manualClock } from '../../../../../../testing/manual-clock.ts';
import { openMemoryDatabase } from '../../../../../../testing/memory-database.ts';
import { openDraftRow } from '../../../../../../testing/open-draft-row.ts';
import { renderFeature } from '../../../../../../testing/render-feature.tsx';
import { keepProfile } from '../../../../../db/core/metadata.ts';
import { listWaiting } from '../../../../../db/outbox/outbox.ts';
import { type PromisedSend, promiseSend } from '../../../../../state/promised-send.ts';
import { ReviewStep } from './-review-step.tsx';

const maria = { id: 'm', name: 'Maria Exemplo', maskedNiss: '••••••••000', holder: 'person' } as const;
const alice = { ...maria, id: 'a', name: 'Alice Modelo' };
const SENT_AFTER_MS = 5000;
const GOES = 'O pedido é enviado dentro de alguns segundos, em nome de Maria Exemplo.';
const NOT_YET = /^O pedido ainda não foi enviado\. Veja/;

interface Situation {
  promise?: Partial<PromisedSend>;
  representations?: (typeof alice)[];
  description?: string;
  /** The time between the press and the summary. */
  passedMs?: number;
  others?: Promise<void>;
}

/** Opens the summary of a citizen who has signed in by **Iniciar sessão e enviar**. */
async function openSummary(situation: Situation = {}) {
  const { promise, representations = [], description, passedMs = 0, others } = situation;
  const clock = manualClock(NOON);
  const db = openMemoryDatabase(maria.id);
  await keepProfile(db, { citizen: maria, representations, contact: null });
  const draftId = await writeCompleteDraft(db, description);
  const draft = await openDraftRow(db, draftId);
  const press = { draftId, asOf: draft.updatedAt, at: NOON.getTime() };
  promiseSend({ citizenId: maria.id, ...press, ...promise });
  clock.pass(passedMs);
  const step = <ReviewStep draft={draft} initial={null} clock={clock} />;
  const rendered = await renderFeature(step, { db, address: `/rascunhos/${draftId}/resumo`, others });
  await rendered.screen.findByText('Como recebe a resposta');
  // After this, whatever begins to wait once the page is drawn has begun.
  await act(async () => undefined);
  // The same words are spoken a moment later, outside `main`.
  const main = within(rendered.screen.getByRole('main'));
  return { ...rendered, main, db, draftId, clock };
}

function question(): HTMLDialogElement {
  const dialog = document.createElement('dialog');
  dialog.open = true;
  document.body.append(dialog);
  return dialog;
}

it('what was pressed for is sent once it has been seen, and the page is left for that of the request', async () => {
  const { main, db, draftId, clock, pathname } = await openSummary();
  expect(main.getByText(GOES)).toBeVisible();
  await act(async () => clock.pass(SENT_AFTER_MS - 1));
  expect(await listWaiting(db)).toEqual([]);
  clock.pass(1);
  await waitFor(() => expect(pathname()).toBe(`/pedidos/${draftId}`));
  expect(await listWaiting(db)).toHaveLength(1);
});

it('whoever presses as well sends once', async () => {
  const { screen, user, db, clock, pathname, draftId } = await openSummary();
  await user.click(screen.getByRole('button', { name: 'Submeter pedido' }));
  clock.pass(SENT_AFTER_MS);
  await waitFor(() => expect(pathname()).toBe(`/pedidos/${draftId}`));
  expect(await listWaiting(db)).toHaveLength(1);
});

it.each<[string, Situation]>([
  ['they may act for others, and have to choose', { representations: [alice] }],
  ['it is not what it was at the press', { promise: { asOf: '2026-11-25T11:59:59.000Z' } }],
  ['the press was half an hour ago', { passedMs: 30 * 60_000 }],
  ['the clock was set back since the press', { promise: { at: NOON.getTime() + 30 * 60_000 } }],
])('nothing goes by itself where %s', async (_, situation) => {
  const { main, db, clock } = await openSummary(situation);
  expect(main.getByText(NOT_YET)).toBeVisible();
  await act(async () => clock.pass(10 * SENT_AFTER_MS));
  expect(await listWaiting(db)).toEqual([]);
});

it.each<[string, Partial<PromisedSend>]>([
  ['another citizen', { citizenId: 'j' }],
  ['another draft', { draftId: 'other' }],
])('a press for %s is no press for this one', async (_, promise) => {
  const { main, db, clock } = await openSummary({ promise });
  expect(main.queryByText(NOT_YET)).toBeNull();
  await act(async () => clock.pass(10 * SENT_AFTER_MS));
  expect(await listWaiting(db)).toEqual([]);
});

it('a draft that cannot go says what is missing, and stays', async () => {
  const { screen, main, db, clock } = await openSummary({ description: 'curto' });
  clock.pass(SENT_AFTER_MS);
  expect(await screen.findByRole('link', { name: 'Escreva pelo menos 10 caracteres' })).toBeVisible();
  await act(async () => clock.pass(10 * SENT_AFTER_MS));
  expect(main.getByText(NOT_YET)).toBeVisible();
  expect(await listWaiting(db)).toEqual([]);
});

it('what stood behind a question has not been seen, and is not sent', async () => {
  const { main, db, clock } = await openSummary();
  const dialog = question();
  clock.pass(SENT_AFTER_MS);
  expect(await main.findByText(NOT_YET)).toBeVisible();
  dialog.remove();
  await act(async () => clock.pass(10 * SENT_AFTER_MS));
  expect(await listWaiting(db)).toEqual([]);
});

it('time in which another tab is looked at does not count', async () => {
  const visibility = vi.spyOn(document, 'visibilityState', 'get');
  const look = (at: DocumentVisibilityState) => {
    visibility.mockReturnValue(at);
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const { db, clock, pathname, draftId } = await openSummary();
  look('hidden');
  await act(async () => clock.pass(10 * SENT_AFTER_MS));
  expect(await listWaiting(db)).toEqual([]);
  look('visible');
  clock.pass(SENT_AFTER_MS);
  await waitFor(() => expect(pathname()).toBe(`/pedidos/${draftId}`));
});

it.each([
  ['button', 'Eliminar rascunho'],
  ['button', 'Guardar e sair'],
  ['link', 'Voltar'],
])(
  'nothing goes once the %s «%s» is pressed, however long the next page is on its way',
  async (role, name) => {
    const { screen, user, db, clock } = await openSummary({ others: new Promise(() => {}) });
    await user.click(screen.getByRole(role, { name }));
    await act(async () => clock.pass(SENT_AFTER_MS));
    expect(await listWaiting(db)).toEqual([]);
  },
);

it('whoever opens the summary once more has not pressed for it', async () => {
  const { db, draftId, clock, screen, user } = await openSummary();
  await user.click(screen.getByRole('button', { name: 'Não enviar' }));
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
  cleanup();
  const draft = await openDraftRow(db, draftId);
  await renderFeature(<ReviewStep draft={draft} initial={null} clock={clock} />, { db });
  await screen.findByText('Como recebe a resposta');
  expect(screen.queryByText(NOT_YET)).toBeNull();
  await act(async () => clock.pass(10 * SENT_AFTER_MS));
  expect(await listWaiting(db)).toEqual([]);
});
