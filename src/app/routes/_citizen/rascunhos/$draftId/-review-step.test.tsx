import { act, cleanup, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { attachPdf, NOON, pdfBytes, writeCompleteDraft } from '../../../../../../testing/builders.ts';
import { jpegHeader } from '../../../../../../testing/jpeg-header.ts';
import { openMemoryDatabase } from '../../../../../../testing/memory-database.ts';
import { openDraftRow } from '../../../../../../testing/open-draft-row.ts';
import { renderFeature, startTestI18n } from '../../../../../../testing/render-feature.tsx';
import { createDesk, fieldOf, paperPhoto, renderScan } from '../../../../../../testing/render-scan.tsx';
import { beMaria } from '../../../../../../testing/sign-in.ts';
import type { CitizenDatabase } from '../../../../../db/core/citizen-database.ts';
import { keepProfile } from '../../../../../db/core/metadata.ts';
import { GUEST_ID } from '../../../../../db/core/occupant.ts';
import { deleteDraft } from '../../../../../db/drafts/mark-draft.ts';
import { saveDraft } from '../../../../../db/drafts/save-draft.ts';
import { listWaiting } from '../../../../../db/outbox/outbox.ts';
import { recordRefused } from '../../../../../db/outbox/refusals.ts';
import { submitDraft } from '../../../../../db/outbox/submit-draft.ts';
import { ScanEntry } from '../../../../../features/scan/scan-entry.tsx';
import { readInTurn } from '../../../../../parts/read-in-turn.ts';
import { ReviewStep } from './-review-step.tsx';

let db: CitizenDatabase;

beforeEach(async () => {
  await startTestI18n();
  db = openMemoryDatabase();
});

async function renderReview(id: string) {
  const rendered = await renderFeature(<ReviewStep draft={await openDraftRow(db, id)} initial={null} />, {
    db,
    address: `/rascunhos/${id}/resumo`,
  });
  await rendered.screen.findByText('Como recebe a resposta');
  return rendered;
}

it('shows all that will be sent, each part with a way to change it', async () => {
  const contact = { channel: 'email', masked: 'm***@exemplo.pt' } as const;
  await keepProfile(db, { citizen: beMaria(), representations: [], contact });
  const id = await writeCompleteDraft(db, 'Primeiro parágrafo.\n\nSegundo parágrafo.');
  await attachPdf(db, id, pdfBytes(2048), 'fatura.pdf');
  const { screen } = await renderReview(id);
  expect(screen.getByText(/Segundo parágrafo/).textContent).toBe('Primeiro parágrafo.\n\nSegundo parágrafo.');
  expect(screen.getByText('Maria Exemplo')).toBeVisible();
  expect(screen.getByText('fatura.pdf')).toBeVisible();
  expect(screen.getByText('2 kB')).toBeVisible();
  expect(screen.getByText(/m\*\*\*@exemplo\.pt/)).toBeVisible();
  expect(screen.getByText(/\(data prevista\)$/)).toBeVisible();
  const change = screen.getByRole('link', { name: 'Alterar o tema' });
  expect(change).toHaveAttribute('href', `/rascunhos/${id}/tema?voltar=resumo`);
});

it('submits once, however often it is pressed, and leads to the request', async () => {
  const id = await writeCompleteDraft(db);
  const { screen, user, pathname } = await renderReview(id);
  await user.dblClick(screen.getByRole('button', { name: 'Submeter pedido' }));
  await waitFor(() => expect(pathname()).toBe(`/pedidos/${id}`));
  expect(await listWaiting(db)).toHaveLength(1);
});

it('is not submitted while files of the draft are still being read', async () => {
  const id = await writeCompleteDraft(db);
  let end = () => {};
  const read = new Promise<void>((resolve) => {
    end = resolve;
  });
  void readInTurn(id, 1, () => read);
  const { screen, user } = await renderReview(id);
  await user.click(screen.getByRole('button', { name: 'A ler os ficheiros' }));
  expect(await listWaiting(db)).toEqual([]);
  act(end);
  expect(await screen.findByRole('button', { name: 'Submeter pedido' })).not.toHaveAttribute('aria-busy');
});

it('is not submitted while a photo of paper is still being kept', async () => {
  const id = await writeCompleteDraft(db);
  const entry = await renderFeature(<ScanEntry draftId={id} />, { db });
  const take = await entry.screen.findByRole('button', { name: 'Fotografar papel' });
  let give = () => {};
  const bytes = new Promise<ArrayBuffer>((resolve) => {
    give = () => resolve(jpegHeader());
  });
  await entry.user.upload(fieldOf(take), Object.assign(paperPhoto(), { arrayBuffer: () => bytes }));
  cleanup();
  const { screen, user } = await renderReview(id);
  await user.click(screen.getByRole('button', { name: 'A ler os ficheiros' }));
  expect(await listWaiting(db)).toEqual([]);
  act(give);
  expect(await screen.findByRole('button', { name: 'Submeter pedido' })).not.toHaveAttribute('aria-busy');
});

it('is not submitted while a PDF of photos is still being made', async () => {
  const desk = createDesk();
  let finish = () => {};
  const made = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const sheet = { bytes: jpegHeader(), width: 1240, height: 1754 };
  desk.make.mockImplementation(() => made.then(() => sheet));
  const scan = await renderScan({ photos: 1, desk, db });
  await scan.screen.findByRole('img', { name: 'Fotografia da página 1' });
  await scan.user.click(scan.screen.getByRole('button', { name: 'Usar esta página' }));
  await scan.user.click(await scan.screen.findByRole('button', { name: 'Juntar como um PDF' }));
  await scan.screen.findByRole('progressbar');
  cleanup();
  const { screen, user } = await renderReview(scan.draftId);
  await user.click(screen.getByRole('button', { name: 'A preparar o PDF' }));
  expect(await listWaiting(db)).toEqual([]);
  finish();
  expect(await screen.findByRole('button', { name: 'Submeter pedido' })).not.toHaveAttribute('aria-busy');
  expect(await scan.files()).toHaveLength(1);
});

it('names what is missing and leads to the step where it is mended', async () => {
  await saveDraft(db, 'd', { patch: { description: 'curto' }, baseRevision: 0, writer: 'a' }, NOON);
  const { screen, user, pathname } = await renderReview('d');
  await user.click(screen.getByRole('button', { name: 'Submeter pedido' }));
  const summary = await screen.findByRole('region', { name: 'Há um problema' });
  expect(
    within(summary)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual([
    'Escolha o que pretende',
    'Escreva pelo menos 10 caracteres',
    'Escolha o tema do pedido ou «Não sei qual é o tema»',
  ]);
  await user.click(within(summary).getByRole('link', { name: /Escolha o tema/ }));
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/tema'));
});

it('no longer speaks of what was refused once the citizen has corrected it', async () => {
  const id = await writeCompleteDraft(db);
  const onBehalfOf = { id: 'alice', name: 'Alice Modelo' };
  await saveDraft(db, id, { patch: { onBehalfOf }, baseRevision: 1, writer: 'a' }, NOON);
  await submitDraft(db, id, NOON);
  const [entry] = await listWaiting(db);
  if (!entry) throw new Error('Nothing waits');
  const issues = [{ field: 'onBehalfOf', code: 'notAllowed' } as const];
  await recordRefused(db, entry, { type: 'not-allowed', issues, at: NOON.toISOString() });

  await saveDraft(db, id, { patch: { onBehalfOf: null }, baseRevision: 2, writer: 'a' }, NOON);
  const { screen } = await renderReview(id);
  expect(screen.queryByRole('region', { name: 'Há um problema' })).toBeNull();
  expect(document.title).toMatch(/^Passo 4/);
  expect(screen.queryByText(/não aceitou o pedido/)).toBeNull();
});

it('offers a draft that another tab deleted to be brought back, and not to be submitted before', async () => {
  const id = await writeCompleteDraft(db);
  const { screen, user } = await renderReview(id);
  const submit = () => screen.queryByRole('button', { name: 'Submeter pedido' });
  expect(submit()).toBeVisible();
  await deleteDraft(db, id, NOON);
  const restore = await screen.findByRole('button', { name: 'Recuperar rascunho' });
  expect(submit()).toBeNull();
  await user.click(restore);
  await waitFor(() => expect(submit()).toBeVisible());
});

it('says to nobody who has yet to sign in that the request goes by itself once there is a connection', async () => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const offline = /O pedido é enviado quando houver ligação/;
  const id = await writeCompleteDraft(db);
  const { screen } = await renderReview(id);
  expect(screen.getByText(offline)).toBeVisible();
  cleanup();
  db = openMemoryDatabase(GUEST_ID);
  const guests = await renderReview(await writeCompleteDraft(db));
  expect(guests.screen.getByRole('button', { name: 'Iniciar sessão e enviar' })).toBeVisible();
  expect(guests.screen.queryByText(offline)).toBeNull();
});
