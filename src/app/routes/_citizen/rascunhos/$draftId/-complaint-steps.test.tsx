import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NOON } from '../../../../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../../../../testing/memory-database.ts';
import { openDraftRow } from '../../../../../../testing/open-draft-row.ts';
import { renderFeature } from '../../../../../../testing/render-feature.tsx';
import { saveDraft } from '../../../../../db/drafts/save-draft.ts';
import { DescriptionStep } from '../../../../../features/draft-editor/description-step.tsx';
import { readReview } from '../../../../../features/draft-review/draft-review.tsx';
import { AttachmentsStep } from './-attachments-step.tsx';
import { ReviewStep } from './-review-step.tsx';
import { TopicStep } from './-topic-step.tsx';

async function openComplaint() {
  const db = openMemoryDatabase();
  const patch = { kind: 'complaint', description: '' } as const;
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'a' }, NOON);
  const draft = await openDraftRow(db);
  return { db, draft };
}

const titled = (title: string) =>
  waitFor(() => expect(document.title).toBe(`${title} – Apresentar reclamação – e-Clic`));

test('the description of a complaint is called so: heading, field, title and what is missing', async () => {
  const { db, draft } = await openComplaint();
  const step = <DescriptionStep draftId="d" draft={draft} returnsToReview={false} />;
  const { screen, user } = await renderFeature(step, { db, address: '/rascunhos/d/descricao' });
  expect(await screen.findByRole('textbox', { name: 'Descrição da reclamação' })).toBeVisible();
  expect(screen.getByRole('heading', { level: 1, name: 'Descrição da reclamação' })).toBeVisible();
  expect(screen.getByRole('navigation', { name: 'Passos da reclamação' })).toBeVisible();
  await titled('Passo 1 de 4: Descrição da reclamação');
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  expect(await screen.findByRole('link', { name: 'Escreva a descrição da reclamação' })).toBeVisible();
});

test('whoever chooses another kind writes a request again, and keeps the field that they are in', async () => {
  const { db, draft } = await openComplaint();
  const step = <DescriptionStep draftId="d" draft={draft} returnsToReview={false} />;
  const { screen, user } = await renderFeature(step, { db, address: '/rascunhos/d/descricao' });
  const field = await screen.findByRole('textbox', { name: 'Descrição da reclamação' });
  await user.click(screen.getByRole('radio', { name: 'Pedir informação' }));
  expect(screen.getByRole('textbox', { name: 'Descrição do pedido' })).toBe(field);
  expect(screen.getByRole('radio', { name: 'Pedir informação' })).toHaveFocus();
});

test('topic and attachments are those of a complaint', async () => {
  const { db, draft } = await openComplaint();
  const topic = <TopicStep draft={draft} returnsToReview={false} />;
  const { screen, user } = await renderFeature(topic, { db, address: '/rascunhos/d/tema' });
  await titled('Passo 2 de 4: Definir tema');
  await user.click(await screen.findByRole('button', { name: 'Continuar' }));
  const missing = 'Escolha o tema da reclamação ou «Não sei qual é o tema»';
  expect(await screen.findByRole('link', { name: missing })).toBeVisible();

  const files = <AttachmentsStep draft={draft} initialFiles={null} returnsToReview={false} />;
  await renderFeature(files, { db, address: '/rascunhos/d/anexos' });
  await titled('Passo 3 de 4: Anexar documentos');
});

test('the summary of a complaint is called so, and so is the button that sends it', async () => {
  const { db, draft } = await openComplaint();
  const step = <ReviewStep draft={draft} initial={(await readReview(db, 'd', NOON)) ?? null} />;
  const { screen } = await renderFeature(step, { db, address: '/rascunhos/d/resumo' });
  expect(await screen.findByRole('heading', { level: 1, name: 'Resumo da reclamação' })).toBeVisible();
  await titled('Passo 4 de 4: Resumo da reclamação');
  expect(screen.getByRole('button', { name: 'Submeter reclamação' })).toBeVisible();
  const starts = 'O prazo começa no dia em que a Segurança Social recebe a reclamação.';
  expect(screen.getByText(starts)).toBeVisible();
});
