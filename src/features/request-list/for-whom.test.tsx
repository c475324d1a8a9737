import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NOON, registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { readWaiting } from '../../db/outbox/outbox.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';

import { RequestCard } from './request-card.tsx';
import { DraftCard, WaitingCard } from './unsent-groups.tsx';

const onBehalfOf = { id: 'a', name: 'Alice Modelo' };

async function writeForAlice() {
  const db = openMemoryDatabase();
  const topic = { status: 'unknown' } as const;
  const patch = { kind: 'information', description: 'Quando recebe a pensão?', onBehalfOf, topic } as const;
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'a' }, NOON);
  return db;
}

function expectForAlice() {
  expect(screen.getByRole('main')).toHaveTextContent(/Em nome de Alice Modelo/);
}

it('a draft says for whom it is', async () => {
  const db = await writeForAlice();
  const draft = await db.drafts.get('d');
  if (!draft) throw new Error('No draft');
  await renderFeature(<DraftCard draft={draft} />, { db });
  expectForAlice();
});

it('what waits says for whom it is', async () => {
  const db = await writeForAlice();
  await submitDraft(db, 'd', NOON);
  const entry = await readWaiting(db, 'd');
  if (!entry) throw new Error('Nothing waits');
  await renderFeature(<WaitingCard entry={entry} words={[]} />, { db });
  expectForAlice();
});

it('a request says for whom it is', async () => {
  const request = {
    ...registeredRequest('r', { onBehalfOf }),
    group: 'inProgress',
    unread: 0,
    justReceived: 0,
  } as const;
  const calendar = { today: '2026-11-26', extraHolidays: [] };
  await renderFeature(<RequestCard request={request} calendar={calendar} />, {
    db: openMemoryDatabase(),
  });
  expectForAlice();
});
