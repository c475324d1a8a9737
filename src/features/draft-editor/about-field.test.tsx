import { cleanup, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { NOON, registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { readDraft } from '../../db/drafts/drafts.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { recordRefused } from '../../db/outbox/refusals.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { dismissNotice, useNotices } from '../../state/notices.ts';
import { DescriptionStep } from './description-step.tsx';

afterEach(dismissNotice);

const REMOVE = 'Retirar o pedido a que se refere';

async function beginComplaint() {
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest('earlier', { reference: 'EC-2026-0000099' }));
  const patch = {
    kind: 'complaint',
    description: 'Ninguém respondeu ao meu pedido.',
    topic: { status: 'unknown' },
    aboutRequestId: 'earlier',
  } as const;
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'a' }, NOON);
  return db;
}

async function renderStep(db: Awaited<ReturnType<typeof beginComplaint>>) {
  const draft = await openDraft(db, 'd', NOON);
  const step = <DescriptionStep draftId="d" draft={draft} returnsToReview={false} />;
  return renderFeature(step, { db, address: '/rascunhos/d/descricao' });
}

it('names the request that a complaint was begun from, leads to it, and has the kind chosen', async () => {
  const { screen } = await renderStep(await beginComplaint());
  const link = await screen.findByRole('link', { name: 'EC-2026-0000099' });
  expect(link).toHaveAttribute('href', '/pedidos/earlier');
  expect(link.parentElement).toHaveTextContent('Sobre o pedido EC-2026-0000099');
  expect(screen.getByRole('radio', { name: 'Apresentar reclamação' })).toBeChecked();
});

it('can be taken out, gives the focus to the words, and can be brought back', async () => {
  const db = await beginComplaint();
  const { screen, user } = await renderStep(db);
  await user.click(screen.getByRole('button', { name: REMOVE }));
  expect(screen.queryByRole('link', { name: 'EC-2026-0000099' })).toBeNull();
  expect(screen.getByRole('textbox', { name: 'Descrição da reclamação' })).toHaveFocus();
  await waitFor(async () => expect((await readDraft(db, 'd'))?.aboutRequestId).toBeNull());
  useNotices.getState().notice?.undo?.run();
  expect(await screen.findByRole('link', { name: 'EC-2026-0000099' })).toBeVisible();
  expect(screen.getByRole('button', { name: REMOVE })).toHaveFocus();
  await waitFor(async () => expect((await readDraft(db, 'd'))?.aboutRequestId).toBe('earlier'));
});

it('can be brought back after leaving the step, also where the step is open again', async () => {
  const db = await beginComplaint();
  const savedId = async () => (await readDraft(db, 'd'))?.aboutRequestId;
  const { screen, user } = await renderStep(db);
  async function removeAndLeave() {
    await user.click(await screen.findByRole('button', { name: REMOVE }));
    const undo = useNotices.getState().notice?.undo;
    await waitFor(async () => expect(await savedId()).toBeNull());
    cleanup();
    return undo;
  }
  (await removeAndLeave())?.run();
  await waitFor(async () => expect(await savedId()).toBe('earlier'));

  await renderStep(db);
  const undo = await removeAndLeave();
  await renderStep(db);
  expect(screen.queryByRole('button', { name: REMOVE })).toBeNull();
  undo?.run();
  await waitFor(async () => expect(await savedId()).toBe('earlier'));
  expect(await screen.findByRole('link', { name: 'EC-2026-0000099' })).toBeVisible();
});

it('is where the citizen reads that the server knows no such request of theirs', async () => {
  const db = await beginComplaint();
  await submitDraft(db, 'd', NOON);
  const [entry] = await db.outbox.toArray();
  if (!entry) throw new Error('Nothing waits');
  expect(entry.command).toMatchObject({ content: { aboutRequestId: 'earlier' } });
  const issues = [{ field: 'aboutRequestId', code: 'aboutRequestUnknown' } as const];
  await recordRefused(db, entry, { type: 'validation', issues, at: NOON.toISOString() });
  const { screen, user } = await renderStep(db);
  await user.click(await screen.findByRole('link', { name: /não é um dos seus\. Retire-o$/ }));
  const remove = screen.getByRole('button', { name: REMOVE });
  expect(remove).toHaveFocus();
  expect(remove).toHaveAccessibleDescription(/não é um dos seus\. Retire-o$/);
});
