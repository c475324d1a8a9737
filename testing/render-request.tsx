import type { CitizenRequest } from '../contract/types.ts';
import { RequestView } from '../src/app/routes/_citizen/pedidos/$requestId/-request-place.tsx';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import type { CheckedRequest, MessageRow } from '../src/db/core/schema.ts';
import { useQuery } from '../src/db/core/use-query.ts';
import { applyChanges } from '../src/db/requests/apply-changes.ts';
import { readRequest } from '../src/db/requests/requests.ts';
import { registeredRequest } from './builders.ts';
import { openMemoryDatabase } from './memory-database.ts';
import { renderFeature } from './render-feature.tsx';

export const ID = '5f0c7d8e-0000-4000-8000-000000000001';
export const TODAY = '2026-12-02T12:00:00.000Z';
export const WORDS = 'Junto o comprovativo do pagamento.';

/** Puts a request and messages into the database as the change feed brings them. */
export async function pull(db: CitizenDatabase, changes: Partial<CheckedRequest>, ...news: MessageRow[]) {
  await applyChanges(
    db,
    {
      changes: [
        { type: 'request', request: registeredRequest(ID, { updatedAt: TODAY, ...changes }) },
        ...news.map((message) => ({ type: 'message' as const, message })),
      ],
      cursor: '1',
      more: false,
      serverTime: TODAY,
    },
    new Date(),
  );
}

export function message(changes: Partial<MessageRow> = {}): MessageRow {
  return {
    id: crypto.randomUUID(),
    requestId: ID,
    author: 'office',
    purpose: 'question',
    officeName: 'Centro Distrital de Lisboa',
    body: 'Falta um documento.',
    attachments: [],
    sentAt: '2026-12-01T10:00:00.000Z',
    ...changes,
  };
}

export const ASKED = { state: 'awaitingCitizen', deadlinePaused: true } as const;
export const ANSWERED = {
  state: 'answered',
  askAgainUntil: '2026-12-20',
  history: [
    { state: 'registered', at: '2026-11-25T12:00:00.000Z', officeName: 'e-Clic' },
    { state: 'answered', at: '2026-12-01T10:00:00.000Z', officeName: 'e-Clic' },
  ],
} satisfies Partial<CitizenRequest>;

function Live() {
  const request = useQuery((db) => readRequest(db, ID));
  return request && <RequestView request={request} />;
}

export async function renderRequest(changes: Partial<CheckedRequest>, ...news: MessageRow[]) {
  const db = openMemoryDatabase();
  await pull(db, changes, ...news);
  return { db, ...(await openPage(db)) };
}

export async function openPage(db: CitizenDatabase) {
  const page = await renderFeature(<Live />, { db, address: `/pedidos/${ID}` });
  await page.screen.findByRole('heading', { name: 'O que pode fazer' });
  return page;
}
