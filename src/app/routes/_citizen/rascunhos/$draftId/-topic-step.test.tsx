import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NOON } from '../../../../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../../../../testing/memory-database.ts';
import { renderFeature } from '../../../../../../testing/render-feature.tsx';
import type { DraftRow } from '../../../../../db/core/schema.ts';
import { readDraft } from '../../../../../db/drafts/drafts.ts';
import { openDraft, saveDraft } from '../../../../../db/drafts/save-draft.ts';
import { useNotices } from '../../../../../state/notices.ts';
import { TopicStep } from './-topic-step.tsx';

async function renderStep(kind: DraftRow['kind']) {
  const db = openMemoryDatabase();
  const patch = { kind, description: 'Como faço para ver isto?' };
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'a' }, NOON);
  const draft = await openDraft(db, 'd', NOON);
  if (!draft) throw new Error('No draft');
  const step = <TopicStep draft={draft} returnsToReview={false} />;
  const rendered = await renderFeature(step, { db, address: '/rascunhos/d/tema' });
  const { screen, user } = rendered;
  async function chooseIban() {
    await user.selectOptions(await screen.findByLabelText('Evento de vida'), 'Pagamentos');
    await user.selectOptions(screen.getByLabelText('Assunto'), 'Alteração de IBAN');
  }
  return { ...rendered, db, chooseIban };
}

const ANSWERED = { name: 'Isto respondeu à minha dúvida' };

it('ends with an answer that helped, says that nothing was sent, and can be undone', async () => {
  const { screen, user, db, chooseIban, pathname } = await renderStep('information');
  await chooseIban();
  await user.click(await screen.findByRole('button', ANSWERED));
  await waitFor(() => expect(pathname()).toBe('/pedidos'));
  await waitFor(() =>
    expect(useNotices.getState().notice?.text).toBe('Não foi enviado nada. O rascunho foi eliminado.'),
  );
  expect((await readDraft(db, 'd'))?.deletedAt).not.toBeNull();

  useNotices.getState().notice?.undo?.run();
  await waitFor(async () => expect((await readDraft(db, 'd'))?.deletedAt).toBeNull());
  expect((await readDraft(db, 'd'))?.description).toBe('Como faço para ver isto?');
});

it('goes on past an answer by the one button that goes on', async () => {
  const { screen, user, chooseIban, pathname } = await renderStep('information');
  await chooseIban();
  await user.selectOptions(screen.getByLabelText('Motivo'), 'Outro motivo');
  expect(await screen.findByRole('article', { name: 'Mudar o IBAN' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/anexos'));
});

it('points whoever asks for a document to those to be had at once, even without a topic', async () => {
  const { screen, user } = await renderStep('documents');
  await user.click(await screen.findByRole('button', { name: 'Não sei qual é o tema' }));
  expect(await screen.findAllByRole('article')).toHaveLength(3);
});

it('answers no complaint', async () => {
  const { screen, db, chooseIban } = await renderStep('complaint');
  await chooseIban();
  await waitFor(async () =>
    expect((await readDraft(db, 'd'))?.topic).toMatchObject({ subject: { id: 'ibanChange' } }),
  );
  expect(screen.queryByRole('button', ANSWERED)).toBeNull();
});
