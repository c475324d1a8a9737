import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import { registeredRequest } from '../../../testing/builders.ts';
import type { ListedRequest } from '../../db/search/group-range.ts';
import { useSteadyRows } from './request-group.tsx';

function row(id: string, patch: Partial<ListedRequest> = {}): ListedRequest {
  return {
    ...registeredRequest(id),
    group: 'inProgress',
    unread: 0,
    justReceived: 0,
    newest: null,
    ...patch,
  };
}

test('of what is read again only the requests that have changed are other ones', () => {
  const rendered = renderHook(({ read }) => useSteadyRows(read), {
    initialProps: { read: [row('a'), row('b'), row('c'), row('d')] },
  });
  const before = rendered.result.current;
  rendered.rerender({
    read: [
      row('new'),
      row('a'),
      row('b', { unread: 1 }),
      row('c', { updatedAt: '2027-01-01T00:00:00Z' }),
      // A new holiday moves the day, which is no news: `updatedAt` stays.
      row('d', { dueOn: '2026-12-14' }),
    ],
  });
  const after = rendered.result.current;
  expect(after?.map(({ id }) => id)).toEqual(['new', 'a', 'b', 'c', 'd']);
  expect(after?.[1]).toBe(before?.[0]);
  expect(after?.[2]).toMatchObject({ id: 'b', unread: 1 });
  expect(after?.[3]).toMatchObject({ id: 'c', updatedAt: '2027-01-01T00:00:00Z' });
  expect(after?.[4]).toMatchObject({ id: 'd', dueOn: '2026-12-14' });
});
