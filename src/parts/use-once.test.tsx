import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { useMissedPage } from '../state/missed-page.ts';
import { useOnce } from './use-once.ts';

afterEach(() => useMissedPage.setState({ missed: null }));

it('a button stays busy until the page that its press led to is there', async () => {
  const { result } = renderHook(() => useOnce(async () => true));
  await act(() => result.current.start());
  expect(result.current.status).toBe('running');
});

it('a button is ready again where the page that its press led to has not come', async () => {
  const miss = async () => {
    useMissedPage.setState({ missed: { href: '/pedidos/1', tryAgain: () => undefined } });
    return true;
  };
  const { result } = renderHook(() => useOnce(miss));
  await act(() => result.current.start());
  expect(result.current.status).toBe('ready');
});

it('a button stays busy though a page that was asked for earlier has not come', async () => {
  useMissedPage.setState({ missed: { href: '/ajuda', tryAgain: () => undefined } });
  const { result } = renderHook(() => useOnce(async () => true));
  await act(() => result.current.start());
  expect(result.current.status).toBe('running');
});
