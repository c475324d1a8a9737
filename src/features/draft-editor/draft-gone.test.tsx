import { cleanup, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NOON, registeredRequest, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { paste } from '../../../testing/paste.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { openDraft } from '../../db/drafts/save-draft.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';
import { takeBack } from '../../db/outbox/take-back.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { DescriptionStep } from './description-step.tsx';

async function renderStep(db: CitizenDatabase) {
  const draftId = await writeCompleteDraft(db, 'Quando recebo a resposta?');
  const draft = await openDraft(db, draftId, NOON);
  const step = <DescriptionStep draftId={draftId} draft={draft} returnsToReview={false} />;
  const rendered = await renderFeature(step, { db, address: `/rascunhos/${draftId}/descricao` });
  const box = await rendered.screen.findByRole('textbox', { name: 'Descrição do pedido' });
  return { ...rendered, draftId, box };
}

test('what somebody writes in a draft that another tab has submitted is there when it is taken back', async () => {
  const db = openMemoryDatabase();
  const { draftId, screen, user, box } = await renderStep(db);
  await submitDraft(db, draftId, NOON);
  expect(await screen.findByText(/fica num segundo rascunho/)).toBeVisible();
  await paste(user, box, ' E mais isto.');
  cleanup();
  await takeBack(db, draftId, NOON);
  await expect.poll(async () => (await openDraft(db, draftId, NOON))?.description).toMatch(/E mais isto/);
});

test('what somebody writes in a draft that another tab has submitted is in the database while they write', async () => {
  const db = openMemoryDatabase();
  const { draftId, user, box } = await renderStep(db);
  await submitDraft(db, draftId, NOON);
  await paste(user, box, ' E mais isto.');
  await expect
    .poll(async () => (await db.pendingText.get(draftId))?.words.description)
    .toMatch(/E mais isto/);
});

test('what somebody writes in a draft that another device has sent goes on in a second draft, which the page shows', async () => {
  const db = openMemoryDatabase();
  const { draftId, screen, user, box } = await renderStep(db);
  await recordReceived(db, registeredRequest(draftId, { description: 'Quando recebo a resposta?' }));
  expect(await screen.findByText('Este pedido já foi submetido', { selector: 'main *' })).toBeVisible();
  await paste(user, box, ' E mais isto.');
  const link = await screen.findByRole('link', { name: 'Ir para o segundo rascunho' });
  // Whoever forgets that it was sent would send it all again.
  expect(screen.getByText('Este pedido já foi submetido', { selector: 'main *' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Ver o pedido' })).toHaveAttribute('href', `/pedidos/${draftId}`);
  await waitFor(() => expect(box).toHaveAccessibleDescription(/Guardado neste dispositivo às/));
  const [second] = await listOpenDrafts(db);
  expect(second?.description).toMatch(/E mais isto/);
  expect(link).toHaveAttribute('href', `/rascunhos/${second?.id}/descricao`);
});
