import { expect, it } from 'vitest';
import type { DraftRow } from '../../db/core/schema.ts';
import type { DraftScreen } from '../../parts/addresses.ts';
import { nextScreen, previousScreen } from './draft-screens.ts';

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
