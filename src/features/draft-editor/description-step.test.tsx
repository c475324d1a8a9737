import { fireEvent, waitFor } from '@testing-library/react';
import { afterEach, expect, it, onTestFinished } from 'vitest';
import { NOON, submitCompleteDraft, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { paste } from '../../../testing/paste.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { keepProfile, readWake } from '../../db/core/metadata.ts';
import { endTrouble, noteTrouble, readTrouble } from '../../db/core/storage-trouble.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { readUnsavedWords } from '../../db/drafts/unsaved-words.ts';
import { recordRefused } from '../../db/outbox/refusals.ts';
import { dismissNotice, useNotices } from '../../state/notices.ts';
import { DescriptionStep } from './description-step.tsx';

afterEach(() => endTrouble('memoryOnly'));

async function renderStep(db: CitizenDatabase, draftId = 'd') {
  const draft = await openDraft(db, draftId, NOON);
  const address = `/rascunhos/${draftId}/descricao`;
  const step = <DescriptionStep draftId={draftId} draft={draft} returnsToReview={false} />;
  const rendered = await renderFeature(step, { db, address });
  const box = await rendered.screen.findByRole('textbox', { name: 'Descrição do pedido' });
  return { ...rendered, box };
}

it('says what is missing at the top, with the focus and the title, and at the fields', async () => {
  const { screen, user, box } = await renderStep(openMemoryDatabase());
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  const summary = await screen.findByRole('region', { name: 'Há um problema' });
  await waitFor(() => expect(summary).toHaveFocus());
  expect(document.title).toBe('Erro: Passo 1 de 4: Descrição do pedido – Criar pedido – e-Clic');
  expect(box).toHaveAccessibleDescription(/Escreva a descrição do pedido/);
  expect(screen.getByRole('group', { name: 'O que pretende?' })).toHaveAccessibleDescription(
    'Escolha o que pretende',
  );

  await user.click(screen.getByRole('link', { name: 'Escolha o que pretende' }));
  expect(screen.getByRole('radio', { name: 'Pedir informação' })).toHaveFocus();
  await user.type(box, '123456789');
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  expect(await screen.findByRole('link', { name: 'Escreva pelo menos 10 caracteres' })).toBeVisible();
  expect(box).toHaveValue('123456789');
});

it('saves what is typed, says so, and leads on', async () => {
  const db = openMemoryDatabase();
  const { screen, user, box, pathname } = await renderStep(db);
  await user.click(screen.getByRole('radio', { name: 'Esclarecer uma dúvida' }));
  await paste(user, box, 'Tenho uma dúvida sobre o abono.');
  await waitFor(() => expect(box).toHaveAccessibleDescription(/Guardado neste dispositivo às \d\d:\d\d/));
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/tema'));
  expect(await readDraft(db, 'd')).toMatchObject({
    kind: 'clarification',
    description: 'Tenho uma dúvida sobre o abono.',
  });
});

it('counts near the limit and lets a text go over it', async () => {
  const db = openMemoryDatabase();
  const { screen, user, box } = await renderStep(db);
  fireEvent.change(box, { target: { value: 'a'.repeat(3990) } });
  expect(await screen.findByText('Pode escrever mais 10 caracteres')).toBeVisible();
  fireEvent.change(box, { target: { value: 'a'.repeat(4012) } });
  expect(await screen.findByText('Tem 12 caracteres a mais')).toBeVisible();
  await user.click(screen.getByRole('radio', { name: 'Pedir informação' }));
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  const sentence = 'A descrição tem 12 caracteres a mais. Pode escrever até 4000';
  expect(await screen.findByRole('link', { name: sentence })).toBeVisible();
  expect(box).toHaveValue('a'.repeat(4012));
});

it('counts a long paste to its end, and forgets the count of what has changed meanwhile', async () => {
  const { screen, box } = await renderStep(openMemoryDatabase());
  fireEvent.change(box, { target: { value: '😀'.repeat(30_000) } });
  expect(await screen.findByText(/^Tem 26\s?000 caracteres a mais$/)).toBeVisible();
  fireEvent.change(box, { target: { value: '😀'.repeat(20_000) } });
  expect(await screen.findByText(/^Tem 16\s?000 caracteres a mais$/)).toBeVisible();
});

it('asks on whose behalf only when the citizen may act for somebody', async () => {
  const db = openMemoryDatabase();
  const citizen = { id: 'j', name: 'João Modelo', maskedNiss: '…007', holder: 'person' } as const;
  const alice = { ...citizen, id: 'a', name: 'Alice Modelo' };
  await keepProfile(db, { citizen, representations: [alice], contact: { channel: 'sms', masked: '…' } });
  const { screen, user } = await renderStep(db);
  const select = await screen.findByRole('combobox', { name: 'Em nome de' });
  expect(select).toHaveDisplayValue('Eu (João Modelo)');
  await user.selectOptions(select, 'Alice Modelo');
  await waitFor(async () =>
    expect((await readDraft(db, 'd'))?.onBehalfOf).toEqual({ id: 'a', name: 'Alice Modelo' }),
  );
});

it('keeps the text of both tabs and leads to the other one', async () => {
  const db = openMemoryDatabase();
  const id = await writeCompleteDraft(db, 'Texto comum');
  const { screen, user, box } = await renderStep(db, id);
  const other = { patch: { description: 'Texto do outro' }, baseRevision: 1, writer: 'other' };
  await saveDraft(db, id, other, NOON);
  await user.type(box, ' e o meu');
  const link = await screen.findByRole('link', { name: 'Abrir o segundo rascunho' });
  const otherId = link.getAttribute('href')?.split('/')[2] ?? '';
  expect((await readDraft(db, otherId))?.description).toBe('Texto do outro');
  expect(box).toHaveValue('Texto comum e o meu');
});

it('says when another tab deleted the draft, keeps the words and takes them in again', async () => {
  const db = openMemoryDatabase();
  const id = await writeCompleteDraft(db, 'Texto');
  const { screen, user, box } = await renderStep(db, id);
  await deleteDraft(db, id, NOON);
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('rascunho foi eliminado'));
  await user.type(box, ' a mais');
  const restore = await screen.findByRole('button', { name: 'Recuperar rascunho' });
  await user.click(restore);
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  await waitFor(async () => expect((await readDraft(db, id))?.description).toBe('Texto a mais'));
  await user.type(box, '!');
  await user.tab();
  await waitFor(async () => expect((await readDraft(db, id))?.description).toBe('Texto a mais!'));
});

it('deletes the draft, in the account at once, in a way that can be undone', async () => {
  const db = openMemoryDatabase();
  const id = await writeCompleteDraft(db);
  const { screen, user, pathname } = await renderStep(db, id);
  await user.click(await screen.findByRole('button', { name: 'Eliminar rascunho' }));
  await waitFor(() => expect(useNotices.getState().notice?.text).toBe('Rascunho eliminado.'));
  expect(pathname()).toBe('/pedidos');
  expect((await readDraft(db, id))?.deletedAt).not.toBeNull();
  await waitFor(async () => expect(await readWake(db)).toBe(1));
  useNotices.getState().notice?.undo?.run();
  await waitFor(async () => expect((await readDraft(db, id))?.deletedAt).toBeNull());
});

it('keeps the citizen with the words while the device cannot save, and saves them once it can', async () => {
  const db = openMemoryDatabase();
  const { screen, user, box, pathname } = await renderStep(db);
  let refusals = 0;
  const full = () => {
    refusals += 1;
    throw new DOMException('full', 'QuotaExceededError');
  };
  db.drafts.hook('creating', full);
  await paste(user, box, 'Um texto que não cabe');
  await user.tab();
  await waitFor(() => expect(readTrouble()).toBe('notSaved'));
  expect(readUnsavedWords(db.citizenId)).toMatchObject([{ words: { description: 'Um texto que não cabe' } }]);
  const refusalsBefore = refusals;
  await user.click(screen.getByRole('button', { name: 'Guardar e sair' }));
  // Waits until this save has been refused too: otherwise the room made below would come in time for it.
  await waitFor(() => expect(refusals).toBeGreaterThan(refusalsBefore));
  expect(pathname()).toBe('/rascunhos/d/descricao');
  expect(box).toHaveValue('Um texto que não cabe');

  db.drafts.hook('creating').unsubscribe(full);
  await user.type(box, '.');
  await user.tab();
  await waitFor(async () => expect((await readDraft(db, 'd'))?.description).toBe('Um texto que não cabe.'));
  expect(readTrouble()).toBeNull();
  await waitFor(() => expect(readUnsavedWords(db.citizenId)).toEqual([]));
});

it.each([
  ['that this device keeps the draft', 'keeps it', ['Rascunho guardado neste dispositivo.']],
  ['nothing of the kind', 'keeps nothing', []],
])('whoever leaves is told %s where the browser %s', async (_, how, told) => {
  dismissNotice();
  if (how === 'keeps nothing') noteTrouble('memoryOnly');
  const db = openMemoryDatabase();
  const { screen, pathname } = await renderStep(db, await writeCompleteDraft(db));
  const remove = await screen.findByRole('button', { name: 'Eliminar rascunho' });
  const texts: (string | undefined)[] = [];
  onTestFinished(useNotices.subscribe(({ notice }) => texts.push(notice?.text)));
  fireEvent.click(screen.getByRole('button', { name: 'Guardar e sair' }));
  // This leaves by the same road behind the first press, so that what it tells comes after whatever that one tells.
  fireEvent.click(remove);
  await waitFor(() => expect(texts).toContain('Rascunho eliminado.'));
  expect(texts).toEqual([...told, 'Rascunho eliminado.']);
  expect(pathname()).toBe('/pedidos');
});

it('shows why the server refused the request, also for a reason that this build does not know', async () => {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db);
  const [entry] = await db.outbox.toArray();
  if (!entry) throw new Error('Nothing waits');
  const issues = [{ field: 'description', code: 'fromTheFuture' } as const];
  await recordRefused(db, entry, { type: 'validation', issues, at: NOON.toISOString() });
  const { screen, box } = await renderStep(db, id);
  expect(await screen.findByRole('region', { name: 'Há um problema' })).toBeVisible();
  expect(box).toHaveAccessibleDescription(/não aceitou esta parte do pedido/);
});
