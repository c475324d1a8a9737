import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sharedBeginning } from '../../../domain/topics/word-stem.ts';
import { foldText } from '../../../shared/fold-text.ts';
import { registeredRequest } from '../../../testing/builders.ts';
import type { MessageRow, RequestRow } from '../core/schema.ts';
import { EVERYTHING } from './request-query.ts';
import { createSearchMemory } from './search-memory.ts';

const VOCABULARY = [
  'Pensão',
  'pensões',
  'pensionista',
  'abono',
  'ABÔNO',
  'velhice',
  'a',
  'de',
  '2026',
  'िह',
  'IBAN,',
  'ço-ça',
];
const words = fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 6 }).map((each) => each.join(' '));
const beginning = fc
  .tuple(fc.constantFrom(...VOCABULARY), fc.integer({ min: 1, max: 5 }))
  .map(([word, length]) => word.slice(0, length));
const life = fc.array(fc.record({ description: words, messages: fc.array(words, { maxLength: 3 }) }), {
  maxLength: 8,
});

function isForm(candidate: string, word: string): boolean {
  return candidate.startsWith(word) || sharedBeginning(candidate) === sharedBeginning(word);
}

/** Searches in the plainest way, word by word. */
function naiveScan(requests: RequestRow[], messages: MessageRow[], query: string): Set<string> {
  const cut = (text: string) => foldText(text).split(/[^\p{L}\p{M}\p{N}]+/u);
  const asked = cut(query).filter((word) => word !== '');
  const found = requests.filter(({ id, description, reference }) => {
    const bodies = messages.filter(({ requestId }) => requestId === id).map(({ body }) => body);
    const numbers = [1, 2, 3, 4, 5, 6].map((dropped) => reference.slice(-7).slice(dropped));
    const there = [description, reference, ...numbers, ...bodies].flatMap(cut);
    return asked.every((word) => there.some((candidate) => isForm(candidate, word)));
  });
  return new Set(found.map(({ id }) => id));
}

function toRequest(description: string, place: number): RequestRow {
  const reference = `EC-2026-${String(place + 1).padStart(7, '0')}`;
  const request = registeredRequest(crypto.randomUUID(), { description, reference });
  return { ...request, group: 'inProgress', unread: 0, justReceived: 0 };
}

function toMessage(requestId: string, body: string): MessageRow {
  const id = crypto.randomUUID();
  const sentAt = '2026-11-26T09:00:00.000Z';
  return {
    id,
    requestId,
    author: 'office',
    purpose: 'notice',
    officeName: null,
    body,
    attachments: [],
    sentAt,
  };
}

test('the search finds what a look at every word finds, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(life, fc.array(beginning, { maxLength: 3 }), async (lived, asked) => {
      const requests = lived.map(({ description }, place) => toRequest(description, place));
      const messages = lived.flatMap((each, place) =>
        each.messages.map((body) => toMessage(requests[place]?.id ?? '', body)),
      );
      const memory = createSearchMemory({
        requestsAfter: async (id) => (id === null ? requests : []),
        messagesAfter: async (id) => (id === null ? messages : []),
        requestsById: async (ids) => ids.map((id) => requests.find((each) => each.id === id)),
        messagesById: async (ids) => ids.map((id) => messages.find((each) => each.id === id)),
      });
      await memory.readMessages();
      const typed = asked.join(' ');
      // The words are typed letter by letter: the hits of the shorter text must be enough for the longer one.
      for (let length = 0; length <= typed.length; length += 1) {
        const words = typed.slice(0, length);
        const { found, total } = await memory.find({ ...EVERYTHING, words }, 100);
        expect(new Set(found.map(({ request }) => request.id))).toEqual(naiveScan(requests, messages, words));
        expect(found).toHaveLength(total);
      }
    }),
    { numRuns: 200 },
  );
});

test('requests and messages that could not be read once are read when they are asked for again', async () => {
  const request = toRequest('Sobre a creche.', 0);
  const message = toMessage(request.id, 'Falta o certificado.');
  const failed = new Set<string>();
  async function failOnce<Row>(name: string, rows: Row[]): Promise<Row[]> {
    if (failed.has(name)) return rows;
    failed.add(name);
    throw new Error('The connection was closed');
  }
  const memory = createSearchMemory({
    requestsAfter: () => failOnce('requests', [request]),
    messagesAfter: () => failOnce('messages', [message]),
    requestsById: async () => [],
    messagesById: async (ids) => ids.map(() => message),
  });
  const find = () => memory.find({ ...EVERYTHING, words: 'certificado' }, 1);
  await expect(find()).rejects.toThrow('closed');
  expect(await find()).toMatchObject({ found: [], isComplete: false });
  await expect(memory.readMessages()).rejects.toThrow('closed');
  await memory.readMessages();
  expect(await find()).toMatchObject({ found: [{ message }], isComplete: true });
});

test('by the nearest deadline what awaits the citizen comes after what the office has to answer', async () => {
  const paused = {
    ...toRequest('Falta um papel.', 0),
    state: 'awaitingCitizen',
    deadlinePaused: true,
  } as const;
  const running = { ...toRequest('Em análise.', 1), dueOn: '2027-01-15' };
  const memory = createSearchMemory({
    requestsAfter: async () => [{ ...paused, dueOn: '2026-11-01' }, running],
    messagesAfter: async () => [],
    requestsById: async () => [],
    messagesById: async () => [],
  });
  const { found } = await memory.find({ ...EVERYTHING, order: 'dueFirst' }, 2);
  expect(found.map(({ request }) => request.id)).toEqual([running.id, paused.id]);
});
