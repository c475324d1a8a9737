import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { readDraft } from '../../db/drafts/drafts.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { DescriptionStep } from './description-step.tsx';

const PROMPTS = ['O que aconteceu', 'Quando', 'O que precisa'];

async function renderStep(db = openMemoryDatabase()) {
  const draft = await openDraft(db, 'd', NOON);
  const step = <DescriptionStep draftId="d" draft={draft} returnsToReview={false} />;
  const rendered = await renderFeature(step, { db, address: '/rascunhos/d/descricao' });
  const box = await rendered.screen.findByRole<HTMLTextAreaElement>('textbox', {
    name: 'Descrição do pedido',
  });
  const prompt = (name: string) => rendered.screen.getByRole('button', { name });
  return { ...rendered, db, box, prompt };
}

it('an empty description says what to write, and offers three headings', async () => {
  const { screen, box } = await renderStep();
  expect(box).toHaveAccessibleDescription(/^Diga o que aconteceu e o que quer saber\./);
  const group = screen.getByRole('group', { name: 'Ajuda para escrever' });
  const buttons = [...group.querySelectorAll('button')];
  expect(buttons.map((button) => button.textContent)).toEqual(PROMPTS);
  for (const button of buttons) expect(button).toHaveAttribute('aria-pressed', 'false');
});

it('a press puts its heading into the field, to be written under, and it is saved as typed words are', async () => {
  const { user, db, box, prompt } = await renderStep();
  await user.click(prompt('O que aconteceu'));
  expect(box).toHaveFocus();
  await user.keyboard('Esperei quatro horas.');
  await user.click(prompt('Quando'));
  expect(box).toHaveValue('O que aconteceu:\nEsperei quatro horas.\n\nQuando:\n');
  expect(box.selectionStart).toBe(box.value.length);
  await waitFor(async () =>
    expect((await readDraft(db, 'd'))?.description).toBe(
      'O que aconteceu:\nEsperei quatro horas.\n\nQuando:\n',
    ),
  );
});

it('another press takes its heading out again, and nothing that was written', async () => {
  const { user, box, prompt } = await renderStep();
  await user.click(prompt('Quando'));
  expect(prompt('Quando')).toHaveAttribute('aria-pressed', 'true');
  await user.click(prompt('Quando'));
  expect(box).toHaveValue('');
  expect(prompt('Quando')).toHaveAttribute('aria-pressed', 'false');

  await user.click(prompt('Quando'));
  await user.click(prompt('O que precisa'));
  await user.keyboard('De uma declaração.');
  await user.click(prompt('O que precisa'));
  expect(box).toHaveValue('Quando:\n\nDe uma declaração.');

  await user.clear(box);
  await user.type(box, 'Um.\n\n\n\nDois.');
  await user.click(prompt('Quando'));
  await user.click(prompt('Quando'));
  expect(box).toHaveValue('Um.\n\n\n\nDois.\n');
});

it('a heading that somebody deletes by hand is offered again', async () => {
  const { user, box, prompt } = await renderStep();
  await user.click(prompt('Quando'));
  await user.clear(box);
  expect(prompt('Quando')).toHaveAttribute('aria-pressed', 'false');
});

it('headings alone are no description, and propose no kind', async () => {
  const { screen, user, prompt } = await renderStep();
  for (const name of PROMPTS) await user.click(prompt(name));
  expect(screen.queryByRole('radio', { checked: true })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  expect(await screen.findByRole('link', { name: 'Escreva a descrição do pedido' })).toBeVisible();
});

it('whoever has written is left alone', async () => {
  const db = openMemoryDatabase();
  const patch = { description: 'Gostava de saber do meu abono.' };
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'a' }, NOON);
  const { screen } = await renderStep(db);
  expect(screen.queryByRole('group', { name: 'Ajuda para escrever' })).toBeNull();
});
