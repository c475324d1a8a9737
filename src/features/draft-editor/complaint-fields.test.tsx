import { fireEvent, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { openDraftRow } from '../../../testing/open-draft-row.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { DescriptionStep } from './description-step.tsx';
import { DetailsStep } from './details-step.tsx';

const OFFICE = 'Serviço de que reclama';
const WHEN = 'Quando aconteceu';
const WANTED = 'O que gostaria que fosse feito?';

const COMPLAINT = { office: 'Faro', happenedOn: '', wanted: 'Que respondam' };

async function renderDescription(db = openMemoryDatabase()) {
  const draft = await openDraft(db, 'd', NOON);
  const step = <DescriptionStep draftId="d" draft={draft} returnsToReview={false} />;
  const rendered = await renderFeature(step, { db, address: '/rascunhos/d/descricao' });
  const box = await rendered.screen.findByRole('textbox', { name: /^Descrição d/ });
  const { screen, user } = rendered;
  const choose = (kind: string) => user.click(screen.getByRole('radio', { name: kind }));
  const goOn = () => user.click(screen.getByRole('button', { name: 'Continuar' }));
  return { ...rendered, db, box, choose, goOn };
}

async function complain(patch: Partial<DraftRow> = {}): Promise<CitizenDatabase> {
  const db = openMemoryDatabase();
  const written = { kind: 'complaint', description: 'Esperei quatro horas.', ...patch } as const;
  await saveDraft(db, 'd', { patch: written, baseRevision: 0, writer: 'a' }, NOON);
  return db;
}

async function renderDetails(
  db: CitizenDatabase,
  { returnsToReview = false, field = undefined as string | undefined } = {},
) {
  const draft = await openDraftRow(db);
  const step = <DetailsStep draft={draft} returnsToReview={returnsToReview} field={field} />;
  const rendered = await renderFeature(step, { db, address: '/rascunhos/d/pormenores' });
  const { screen, user } = rendered;
  await screen.findByRole('heading', { level: 1, name: 'Pormenores da reclamação' });
  const goOn = () => user.click(screen.getByRole('button', { name: 'Continuar' }));
  return { ...rendered, goOn, box: (name: string) => screen.getByRole('textbox', { name }) };
}

it('says in a line that a complaint contests no decision, and the rest to whoever wants it', async () => {
  const { screen, user, choose } = await renderDescription();
  expect(screen.queryByText(/^Para contestar uma decisão há outro caminho/)).toBeNull();
  await choose('Apresentar reclamação');
  const more = screen.getByText('Para contestar uma decisão há outro caminho. Ler mais');
  expect(more).toBeVisible();
  expect(screen.getByText(/reclamação administrativa, que tem prazos próprios/)).not.toBeVisible();
  await user.click(more);
  expect(screen.getByText(/reclamação administrativa, que tem prazos próprios/)).toBeVisible();
  expect(screen.getByText(/^A lei dá à Segurança Social 15 dias úteis para responder/)).toBeVisible();
  expect(screen.getByText(/é uma denúncia/)).toBeVisible();
  expect(screen.getByText(/Livro Amarelo Eletrónico/)).toBeVisible();
  expect(screen.getByText('o Provedor de Justiça')).toBeVisible();
  expect(screen.getByText(/300 502 502/)).toBeVisible();
});

it('asks only a complaint for more, on a screen of its own', async () => {
  const { screen, box, choose, goOn, pathname } = await renderDescription();
  await choose('Apresentar reclamação');
  for (const name of [OFFICE, WHEN, WANTED]) expect(screen.queryByRole('textbox', { name })).toBeNull();
  fireEvent.change(box, { target: { value: 'Esperei quatro horas.' } });
  await goOn();
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/pormenores'));
});

it('needs no answer there, stays in the first step, and leads back to the description', async () => {
  const db = await complain();
  const { screen, box, goOn, pathname } = await renderDetails(db);
  expect(document.title).toBe('Passo 1 de 4: Pormenores da reclamação – Apresentar reclamação – e-Clic');
  expect(screen.getByRole('link', { name: 'Voltar' })).toHaveAttribute('href', '/rascunhos/d/descricao');
  for (const name of [OFFICE, WHEN, WANTED]) expect(box(name)).toHaveAccessibleDescription(/^\(opcional\)/);
  expect(box(WHEN)).toHaveAccessibleDescription(/escreva uma data aproximada/);
  await goOn();
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/tema'));
  expect((await readDraft(db, 'd'))?.complaint).toBeNull();
});

it('saves each answer, and nothing of the description, which another tab may have changed meanwhile', async () => {
  const db = await complain();
  const { user, box } = await renderDetails(db);
  const patch = { description: 'Esperei cinco horas.' };
  await saveDraft(db, 'd', { patch, baseRevision: 1, writer: 'other' }, NOON);
  await user.type(box(OFFICE), 'Faro');
  fireEvent.change(box(WHEN), { target: { value: 'Em março' } });
  const complaint = { office: 'Faro', happenedOn: 'Em março', wanted: '' };
  await waitFor(async () => expect(await readDraft(db, 'd')).toMatchObject({ complaint, ...patch }));
});

it('shows again what was answered, with the focus where *Alterar* leads, and goes back to the summary', async () => {
  const { box, goOn, pathname } = await renderDetails(await complain({ complaint: COMPLAINT }), {
    returnsToReview: true,
    field: 'wanted',
  });
  expect(box(OFFICE)).toHaveValue('Faro');
  expect(box(WANTED)).toHaveValue('Que respondam');
  expect(box(WANTED)).toHaveFocus();
  await goOn();
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/resumo'));
});

it('keeps the answers when the kind changes and comes back', async () => {
  const { db, choose, goOn, pathname } = await renderDescription(await complain({ complaint: COMPLAINT }));
  await choose('Esclarecer uma dúvida');
  await choose('Apresentar reclamação');
  await goOn();
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/pormenores'));
  expect(await readDraft(db, 'd')).toMatchObject({ kind: 'complaint', complaint: COMPLAINT });
});

it('does not ask again for the topic of the request that the complaint is about', async () => {
  const about = { aboutRequestId: 'earlier', topic: { status: 'unknown' } } as const;
  const { goOn, pathname } = await renderDetails(await complain(about));
  await goOn();
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/anexos'));
});

it('lets an answer go over its length, tells it, and leads to it', async () => {
  const { screen, user, box, goOn } = await renderDetails(await complain());
  fireEvent.change(box(WHEN), { target: { value: 'a'.repeat(301) } });
  fireEvent.change(box(WANTED), { target: { value: 'a'.repeat(4012) } });
  expect(await screen.findByText('Tem 12 caracteres a mais')).toBeVisible();
  await goOn();
  const when = 'O que escreveu em «Quando aconteceu» tem 1 carácter a mais. Pode escrever até 300';
  const wanted =
    'O que escreveu em «O que gostaria que fosse feito?» tem 12 caracteres a mais. Pode escrever até 4000';
  const links = await screen.findAllByRole('link', { name: /Pode escrever até/ });
  expect(links.map((link) => link.textContent)).toEqual([when, wanted]);
  await user.click(screen.getByRole('link', { name: wanted }));
  expect(box(WANTED)).toHaveFocus();
  expect(box(WHEN)).toHaveAccessibleDescription(expect.stringContaining(when));
});

it('stops nobody who chose another kind by what they do not see', async () => {
  const complaint = { ...COMPLAINT, office: 'a'.repeat(301) };
  const { choose, goOn, pathname } = await renderDescription(await complain({ complaint }));
  await choose('Pedir informação');
  await goOn();
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/tema'));
});
