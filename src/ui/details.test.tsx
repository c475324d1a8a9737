import { render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Details } from './details.tsx';
import { Fold } from './fold.tsx';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['section', false],
  ['section', true],
  ['text', false],
  ['text', true],
] as const)('a folded %s is unfolded on paper, and afterwards as open as before (%s)', (what, isOpen) => {
  // A wide screen folds no section.
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: false }));
  render(
    what === 'section' ? (
      <Fold heading="O que pediu" isOpen={isOpen}>
        Paguei duas vezes.
      </Fold>
    ) : (
      <Details summary="O que pediu" isOpenAtFirst={isOpen}>
        Paguei duas vezes.
      </Details>
    ),
  );
  const text = screen.getByText('Paguei duas vezes.');
  const details = text.closest('details');
  expect(details?.open).toBe(isOpen);
  dispatchEvent(new Event('beforeprint'));
  expect(text).toBeVisible();
  dispatchEvent(new Event('afterprint'));
  expect(details?.open).toBe(isOpen);
});
