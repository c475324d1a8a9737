import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import { useEffect } from 'react';
import { expect, test } from 'vitest';
import { useOwnEntry } from './use-own-entry.ts';

/** The history entry at each drawing. */
let drawn: (string | undefined)[] = [];

function List() {
  const { __TSR_key: entry } = useOwnEntry();
  useEffect(() => {
    drawn.push(entry);
  });
  return null;
}

test('a list is drawn anew for another entry of its own, and not for the page that one goes to from it', async () => {
  drawn = [];
  const root = createRootRoute({ component: List });
  const paths = ['/pedidos', '/ajuda'];
  const router = createRouter({
    routeTree: root.addChildren(paths.map((path) => createRoute({ getParentRoute: () => root, path }))),
    history: createMemoryHistory({ initialEntries: ['/pedidos'] }),
  });
  render(<RouterProvider router={router} />);
  await act(() => router.load());
  const first = drawn.at(-1);

  await act(() => router.navigate({ to: '/pedidos', hash: 'foot' }));
  const second = drawn.at(-1);
  expect(second).not.toBe(first);

  const times = drawn.length;
  await act(() => router.navigate({ to: '/ajuda' }));
  expect(drawn).toHaveLength(times);
  expect(drawn.at(-1)).toBe(second);
});
