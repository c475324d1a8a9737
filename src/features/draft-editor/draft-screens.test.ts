import { expect, it } from 'vitest';
import type { RequestKind } from '../../../contract/types.ts';
import type { WordField } from '../../../domain/written/words.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import type { DraftScreen } from '../../parts/addresses.ts';
import { isAsked, nextScreen, previousScreen } from './draft-screens.ts';

type Asked = Pick<DraftRow, 'kind' | 'aboutRequestId' | 'topic'>;

const request: Asked = { kind: 'information', aboutRequestId: null, topic: null };
const complaint: Asked = { ...request, kind: 'complaint' };
const inherits: Asked = { ...complaint, aboutRequestId: 'earlier', topic: { status: 'unknown' } };

function way(draft: Asked): DraftScreen[] {
  const screens: DraftScreen[] = ['description'];
  for (let next = nextScreen('description', draft); next; next = nextScreen(next, draft)) screens.push(next);
  return screens;
}

function wayBack(draft: Asked): DraftScreen[] {
  const screens: DraftScreen[] = ['review'];
  for (let last = previousScreen('review', draft); last; last = previousScreen(last, draft))
    screens.push(last);
  return screens.reverse();
}

it.each<[string, Asked, DraftScreen[]]>([
  ['a request', request, ['description', 'topic', 'attachments', 'review']],
  ['a complaint', complaint, ['description', 'details', 'topic', 'attachments', 'review']],
  ['a complaint about a request', inherits, ['description', 'details', 'attachments', 'review']],
  [
    'a complaint about a request whose topic was half taken away',
    { ...inherits, topic: { status: 'begun', version: '1', lifeEvent: null, subject: null, reason: null } },
    ['description', 'details', 'topic', 'attachments', 'review'],
  ],
  [
    'a request made from an earlier one, which may ask about something else',
    { ...inherits, kind: 'information' },
    ['description', 'topic', 'attachments', 'review'],
  ],
])('%s is asked, there and back, for %o: %o', (_, draft, screens) => {
  expect(way(draft)).toEqual(screens);
  expect(wayBack(draft)).toEqual(screens);
});

it('whoever changes the topic that was inherited goes on to the files', () => {
  expect(nextScreen('topic', inherits)).toBe('attachments');
  expect(previousScreen('topic', inherits)).toBe('details');
});

/** A table in which whoever asks for documents says what they want, and nobody else is asked for more. */
const onlyDocuments = (kind: RequestKind | null): readonly WordField[] =>
  kind === 'documents' ? ['description', 'wanted'] : ['description'];

it('whatever kind has a field beside the description is asked for details, there and back', () => {
  const documents: Asked = { ...request, kind: 'documents' };
  expect(isAsked('details', documents, onlyDocuments)).toBe(true);
  expect(nextScreen('description', documents, onlyDocuments)).toBe('details');
  expect(nextScreen('details', documents, onlyDocuments)).toBe('topic');
  expect(previousScreen('topic', documents, onlyDocuments)).toBe('details');
});

it('a kind without such a field goes on to its topic, even if that kind is a complaint', () => {
  expect(isAsked('details', complaint, onlyDocuments)).toBe(false);
  expect(nextScreen('description', complaint, onlyDocuments)).toBe('topic');
  expect(previousScreen('topic', complaint, onlyDocuments)).toBe('description');
});
