import { expect, it } from 'vitest';
import { droppedLevels } from './use-topic.ts';

const CHOSEN = { status: 'complete', lifeEventId: 'family', subjectId: 's', reasonId: 'r' } as const;

it('names what no longer fits and nothing else', () => {
  expect(droppedLevels(null, CHOSEN)).toEqual([]);
  expect(
    droppedLevels(CHOSEN, { ...CHOSEN, status: 'partial', lifeEventId: 'work', subjectId: null }),
  ).toEqual(['subject']);
  expect(droppedLevels(CHOSEN, { status: 'unknown' })).toEqual(['subject', 'reason']);
});
