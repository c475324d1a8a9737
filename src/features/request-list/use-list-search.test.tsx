import { act, renderHook, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { ListSearch } from './list-search.ts';
import { useListSearch } from './use-list-search.ts';

function open(search: ListSearch) {
  const onSearch = vi.fn<(search: ListSearch, replace: boolean) => void>();
  const hook = renderHook((inAddress: ListSearch) => useListSearch({ search: inAddress, onSearch }), {
    initialProps: search,
  });
  return { ...hook, onSearch, ask: (next: ListSearch) => act(() => hook.result.current.ask(next)) };
}

test('what is asked holds at once, and the address follows with the last of it', async () => {
  const { result, ask, onSearch } = open({});
  ask({ q: 'pensão' });
  ask({ q: 'pensão ', estado: 'concluido' });
  expect(result.current.asked).toEqual({ q: 'pensão ', estado: 'concluido' });
  await waitFor(() => expect(onSearch).toHaveBeenCalledWith({ q: 'pensão', estado: 'concluido' }, false));
  expect(onSearch).toHaveBeenCalledTimes(1);
});

test('another word of the same search needs no step of its own on the way back, another filter does', async () => {
  const { ask, onSearch } = open({ q: 'abono' });
  ask({ q: 'abono filha' });
  await waitFor(() => expect(onSearch).toHaveBeenLastCalledWith({ q: 'abono filha' }, true));
  ask({ q: 'abono filha', porler: 'sim' });
  await waitFor(() => expect(onSearch).toHaveBeenLastCalledWith({ q: 'abono filha', porler: 'sim' }, false));
});

test('an address that changes by itself takes the place of what was being typed', async () => {
  const { result, ask, onSearch, rerender } = open({ q: 'abono' });
  ask({ q: 'abono de' });
  rerender({});
  expect(result.current.asked).toEqual({});
  ask({ q: 'baixa' });
  await waitFor(() => expect(onSearch).toHaveBeenCalledWith({ q: 'baixa' }, false));
  expect(onSearch).toHaveBeenCalledTimes(1);
});
