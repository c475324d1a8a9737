import { render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Fold } from './fold.tsx';

afterEach(() => vi.unstubAllGlobals());

function drawNarrow(isOpen: boolean) {
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }));
  render(
    <Fold heading="O que pediu" isOpen={isOpen}>
      Paguei duas vezes.
    </Fold>,
  );
  return screen.getByText('Paguei duas vezes.');
}

it.each([false, true])('on paper it is unfolded, and afterwards as open as before (%s)', (isOpen) => {
  const text = drawNarrow(isOpen);
  const details = text.closest('details');
  expect(details?.open).toBe(isOpen);
  dispatchEvent(new Event('beforeprint'));
  expect(text).toBeVisible();
  dispatchEvent(new Event('afterprint'));
  expect(details?.open).toBe(isOpen);
});
