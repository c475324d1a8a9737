import { fireEvent, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { readDraft } from '../../db/drafts/drafts.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { DescriptionStep } from './description-step.tsx';

const OFFICE = 'Serviço de que reclama';
const WHEN = 'Quando aconteceu';
const WANTED = 'O que gostaria que fosse feito?';

async function renderStep(db = openMemoryDatabase()) {
  const draft = await openDraft(db, 'd', NOON);
  const step = <DescriptionStep draftId="d" draft={draft} returnsToReview={false} />;
  const rendered = await renderFeature(step, { db, address: '/rascunhos/d/descricao' });
  const box = await rendered.screen.findByRole('textbox', { name: /^Descrição d/ });
  const { screen, user } = rendered;
  const choose = (kind: string) => user.click(screen.getByRole('radio', { name: kind }));
  const field = (name: string) => screen.getByRole('textbox', { name });
  return { ...rendered, db, box, choose, field };
}

it('says at once what a complaint is not, how long it takes and which other routes there are', async () => {
  const { screen, choose } = await renderStep();
  expect(screen.queryByText('Antes de apresentar uma reclamação')).toBeNull();
  await choose('Apresentar reclamação');
  expect(screen.getByText('Antes de apresentar uma reclamação')).toBeVisible();
  expect(screen.getByText(/^A lei dá à Segurança Social 15 dias úteis para responder/)).toBeVisible();
  expect(screen.getByText(/reclamação administrativa, que tem prazos próprios/)).toBeVisible();
  expect(screen.getByText(/é uma denúncia/)).toBeVisible();
  expect(screen.getByText(/Livro Amarelo Eletrónico/)).toBeVisible();
  expect(screen.getByText('o Provedor de Justiça')).toBeVisible();
  expect(screen.getByText(/300 502 502/)).toBeVisible();
});

it('asks only a complaint for the service, the time and the wish, and needs none of them', async () => {
  const { screen, user, db, box, choose, field, pathname } = await renderStep();
  await choose('Pedir informação');
  expect(screen.queryByRole('textbox', { name: OFFICE })).toBeNull();
  await choose('Apresentar reclamação');
  for (const name of [OFFICE, WHEN, WANTED]) expect(field(name)).toHaveAccessibleDescription(/^\(opcional\)/);
  expect(field(WHEN)).toHaveAccessibleDescription(/escreva uma data aproximada/);

  fireEvent.change(box, { target: { value: 'Esperei quatro horas.' } });
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/tema'));
  expect((await readDraft(db, 'd'))?.complaint).toBeNull();
});

it('saves what is typed in each part, and keeps it when the kind changes and comes back', async () => {
  const { screen, user, db, choose, field } = await renderStep();
  await choose('Apresentar reclamação');
  await user.type(field(OFFICE), 'Faro');
  fireEvent.change(field(WHEN), { target: { value: 'Em março' } });
  fireEvent.change(field(WANTED), { target: { value: 'Que respondam' } });
  const complaint = { office: 'Faro', happenedOn: 'Em março', wanted: 'Que respondam' };
  await waitFor(async () => expect((await readDraft(db, 'd'))?.complaint).toEqual(complaint));

  await choose('Esclarecer uma dúvida');
  expect(screen.queryByRole('textbox', { name: OFFICE })).toBeNull();
  await choose('Apresentar reclamação');
  expect([OFFICE, WHEN, WANTED].map((name) => field(name))).toEqual([
    expect.objectContaining({ value: 'Faro' }),
    expect.objectContaining({ value: 'Em março' }),
    expect.objectContaining({ value: 'Que respondam' }),
  ]);
  expect(await readDraft(db, 'd')).toMatchObject({ kind: 'complaint', complaint });
});

it('shows again what was written when the draft is opened another time', async () => {
  const db = openMemoryDatabase();
  const complaint = { office: 'Faro', happenedOn: '', wanted: 'Que respondam' };
  const edit = { patch: { kind: 'complaint', complaint } as const, baseRevision: 0, writer: 'a' };
  await saveDraft(db, 'd', edit, NOON);
  const { field } = await renderStep(db);
  expect(field(OFFICE)).toHaveValue('Faro');
  expect(field(WANTED)).toHaveValue('Que respondam');
});

it('lets a part go over its length, tells it, and leads to it', async () => {
  const { screen, user, box, choose, field } = await renderStep();
  await choose('Apresentar reclamação');
  fireEvent.change(box, { target: { value: 'Esperei quatro horas.' } });
  fireEvent.change(field(WHEN), { target: { value: 'a'.repeat(301) } });
  fireEvent.change(field(WANTED), { target: { value: 'a'.repeat(4012) } });
  expect(await screen.findByText('Tem 12 caracteres a mais')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  const when = 'O que escreveu em «Quando aconteceu» tem 1 carácter a mais. Pode escrever até 300';
  const wanted =
    'O que escreveu em «O que gostaria que fosse feito?» tem 12 caracteres a mais. Pode escrever até 4000';
  const links = await screen.findAllByRole('link', { name: /Pode escrever até/ });
  expect(links.map((link) => link.textContent)).toEqual([when, wanted]);
  await user.click(screen.getByRole('link', { name: wanted }));
  expect(field(WANTED)).toHaveFocus();
  expect(field(WHEN)).toHaveAccessibleDescription(expect.stringContaining(when));
});

it('stops nobody who chose another kind by what they do not see', async () => {
  const { screen, user, box, choose, field, pathname } = await renderStep();
  await choose('Apresentar reclamação');
  fireEvent.change(field(OFFICE), { target: { value: 'a'.repeat(301) } });
  fireEvent.change(box, { target: { value: 'Esperei quatro horas.' } });
  await choose('Pedir informação');
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/tema'));
});
