import { act, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { renderApp } from '../../../testing/render-app.tsx';

test.each([
  { href: '/ajuda?procura=1', isTold: false },
  { href: '/privacidade', isTold: true },
])('whoever waits at $href is told that a page is opening: $isTold', async ({ href, isTold }) => {
  const { app, screen } = await renderApp({ at: '/ajuda' });
  await screen.findByRole('heading', { level: 1, name: 'Ajuda' });
  // Every way to a page or within one takes without end, as on a slow phone.
  app.router.options.context.holdNavigation = () => new Promise(() => {});
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  await act(async () => void app.router.navigate({ href }));
  act(() => void vi.advanceTimersByTime(1000));
  expect(app.router.state.status).toBe('pending');
  // In a landmark, where whoever reads by ear finds it.
  const header = screen.getByRole('banner');
  expect(within(header).queryAllByText('A abrir a página…')).toHaveLength(isTold ? 1 : 0);
});
