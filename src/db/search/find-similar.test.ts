import { expect, it } from 'vitest';
import type { CitizenRequest } from '../../../contract/types.ts';
import { registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { recordReceived } from '../requests/requests.ts';
import type { WrittenQuestion } from './find-similar.ts';
import { SELF } from './request-query.ts';
import { openRequestSearch } from './request-search.ts';

const ASKED = 'Quando é que recebo o abono de família da minha filha?';
const AGAIN = 'quando pagam o abono de família da minha filha';
const ALICE = { id: 'a', name: 'Alice Modelo' };

async function ask(requests: Partial<CitizenRequest>[], question: Partial<WrittenQuestion> = {}) {
  const db = openMemoryDatabase();
  for (const [place, changes] of requests.entries()) {
    await recordReceived(db, registeredRequest(`r${place}`, { description: ASKED, ...changes }));
  }
  const search = openRequestSearch(db);
  const asked = { text: AGAIN, personId: SELF, from: '2024-11-25', except: [], ...question };
  const found = await search.findSimilar(asked);
  search.close();
  return found?.id ?? null;
}

it('finds the request that asked most nearly the same', async () => {
  const about = { description: `${ASKED} E do meu filho, que tem agora três anos?` };
  expect(await ask([about, {}, { description: 'Mudei de banco, como altero o IBAN?' }])).toBe('r1');
});

it.each([
  ['is older than what is looked at', { receivedAt: '2024-11-24T12:00:00.000Z' }, {}],
  ['was asked for somebody else', { onBehalfOf: ALICE }, {}],
  ['was asked for the citizen, who now asks for somebody else', {}, { personId: 'a' }],
  ['was withdrawn', { state: 'withdrawn' }, {}],
  ['is not to be heard of again', {}, { except: ['r0'] }],
  ['asks something else', { description: 'Quero saber quanto recebo de abono pré-natal' }, {}],
] as const)('finds none that %s', async (_, request, question) => {
  expect(await ask([request], question)).toBeNull();
});

it('finds what was asked for the same person', async () => {
  expect(await ask([{ onBehalfOf: ALICE }], { personId: 'a' })).toBe('r0');
});
