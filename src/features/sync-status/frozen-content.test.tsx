import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { readWaiting } from '../../db/outbox/outbox.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';
import { FrozenContent } from './waiting-request-page.tsx';

async function renderWaiting(kind: 'complaint' | 'information') {
  const db = openMemoryDatabase();
  const patch = {
    kind,
    description: 'Esperei quatro horas.',
    complaint: { office: 'Serviço de Faro', happenedOn: 'Em março', wanted: '' },
    onBehalfOf: { id: 'a', name: 'Alice Modelo' },
    topic: { status: 'unknown' },
  } as const;
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'a' }, NOON);
  await submitDraft(db, 'd', NOON);
  const entry = await readWaiting(db, 'd');
  if (!entry) throw new Error('Nothing waits');
  await renderFeature(<FrozenContent entry={entry} />, { db });
}

it('shows all of a complaint that waits, and for whom it is', async () => {
  await renderWaiting('complaint');
  expect(screen.getByText('Serviço de Faro')).toBeVisible();
  expect(screen.getByText('Em março')).toBeVisible();
  expect(screen.queryByText('O que gostaria que fosse feito?')).toBeNull();
  expect(screen.getByText('Alice Modelo')).toBeVisible();
});

it('holds nothing of a complaint when another kind was submitted', async () => {
  await renderWaiting('information');
  expect(screen.queryByText('Serviço de Faro')).toBeNull();
});
