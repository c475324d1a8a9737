import { fireEvent, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { readDraft } from '../../db/drafts/drafts.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { DescriptionStep } from './description-step.tsx';

const COMPLAINS = 'Quero apresentar uma reclamação do atendimento.';
const ASKS = 'Como peço o abono de família?';

async function renderStep(db = openMemoryDatabase(), field?: string) {
  const draft = await openDraft(db, 'd', NOON);
  const step = <DescriptionStep draftId="d" draft={draft} returnsToReview={false} field={field} />;
  const rendered = await renderFeature(step, { db, address: '/rascunhos/d/descricao' });
  const box = await rendered.screen.findByRole('textbox', { name: /^Descrição d/ });
  const { screen } = rendered;
  const write = (value: string) => fireEvent.change(box, { target: { value } });
  const radio = (name: string) => screen.getByRole('radio', { name });
  const group = () => screen.getByRole('group', { name: 'O que pretende?' });
  return { ...rendered, db, box, write, radio, group };
}

it('proposes what the words seem to want, says that it is a suggestion, and follows the words', async () => {
  const { write, radio, group, db } = await renderStep();
  expect(group()).not.toHaveAccessibleDescription();
  write(COMPLAINS);
  expect(radio('Apresentar reclamação')).toBeChecked();
  expect(group()).toHaveAccessibleDescription('Sugestão: Apresentar reclamação. Pode mudar.');
  write(ASKS);
  expect(radio('Pedir informação')).toBeChecked();
  write('Abono');
  for (const one of ['Pedir informação', 'Apresentar reclamação']) expect(radio(one)).not.toBeChecked();
  await waitFor(async () => expect((await readDraft(db, 'd'))?.description).toBe('Abono'));
});

it('never takes the place of what was chosen', async () => {
  const { user, write, radio, group } = await renderStep();
  await user.click(radio('Pedir um documento'));
  write(COMPLAINS);
  expect(radio('Pedir um documento')).toBeChecked();
  expect(group()).not.toHaveAccessibleDescription();
});

it('is chosen by whoever presses it', async () => {
  const { user, write, radio, group } = await renderStep();
  write(COMPLAINS);
  await user.click(radio('Apresentar reclamação'));
  expect(group()).not.toHaveAccessibleDescription();
  write(ASKS);
  expect(radio('Apresentar reclamação')).toBeChecked();
});

it('is the citizen’s own once they go on with it in sight', async () => {
  const { screen, user, write, db, pathname } = await renderStep();
  write(ASKS);
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/tema'));
  expect(await readDraft(db, 'd')).toMatchObject({ kind: 'information', description: ASKS });
});

it('leaves nothing of it in a draft that is left in another way', async () => {
  const { screen, user, write, db, pathname } = await renderStep();
  write(ASKS);
  await user.click(screen.getByRole('button', { name: 'Guardar e sair' }));
  await waitFor(() => expect(pathname()).toBe('/pedidos'));
  expect(await readDraft(db, 'd')).toMatchObject({ kind: null, description: ASKS });
});

it('asks for the words first, then for the kind', async () => {
  const { screen, user, box, radio } = await renderStep();
  const [first] = screen.getAllByRole('textbox');
  expect(first).toBe(box);
  expect(box.compareDocumentPosition(radio('Pedir informação'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  const links = await screen.findAllByRole('link', { name: /Escreva|Escolha/ });
  expect(links.map((link) => link.textContent)).toEqual([
    'Escreva a descrição do pedido',
    'Escolha o que pretende',
  ]);
});

it.each([
  ['description', 'textbox', 'Descrição da reclamação'],
  ['kind', 'radio', 'Apresentar reclamação'],
] as const)('gives the focus to the field that is to be changed: %s', async (field, role, name) => {
  const db = openMemoryDatabase();
  const edit = { patch: { kind: 'complaint', description: ASKS } as const, baseRevision: 0, writer: 'a' };
  await saveDraft(db, 'd', edit, NOON);
  const { screen } = await renderStep(db, field);
  expect(screen.getByRole(role, { name })).toHaveFocus();
});
