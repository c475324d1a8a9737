import { afterEach, expect, test, vi } from 'vitest';
import { holdFocus } from './speak.ts';

/** jsdom has no layout: the test says where the button stands, and when the page has another size. */
const observers: (() => void)[] = [];
vi.stubGlobal(
  'ResizeObserver',
  class {
    readonly #tell: () => void;
    constructor(tell: () => void) {
      this.#tell = tell;
    }
    observe() {
      observers.push(this.#tell);
    }
    disconnect() {
      observers.splice(0);
    }
  },
);
const resize = () => {
  for (const tell of observers) tell();
};

afterEach(() => {
  window.dispatchEvent(new Event('keydown'));
  document.body.replaceChildren();
});

function focusButton(top: number) {
  const button = document.createElement('button');
  document.body.append(button);
  const place = { top };
  button.getBoundingClientRect = () => new DOMRect(0, place.top, 100, 44);
  button.focus();
  const scrolled = vi.spyOn(window, 'scrollBy').mockImplementation(() => undefined);
  return { place, scrolled };
}

test('what has the focus stays where it was while the words and then the letters of another language come', () => {
  const { place, scrolled } = focusButton(300);
  holdFocus();
  place.top = 385;
  resize();
  expect(scrolled).toHaveBeenLastCalledWith({ top: 85, behavior: 'instant' });
  place.top = 280;
  resize();
  expect(scrolled).toHaveBeenLastCalledWith({ top: -20, behavior: 'instant' });
});

test('from the next key on, nothing is held any more', () => {
  const { place, scrolled } = focusButton(300);
  holdFocus();
  window.dispatchEvent(new Event('keydown'));
  place.top = 385;
  resize();
  expect(scrolled).not.toHaveBeenCalled();
  expect(document.documentElement.style.overflowAnchor).toBe('');
});

test('what stood outside the window is not brought into it', () => {
  const { place, scrolled } = focusButton(-500);
  holdFocus();
  place.top = -400;
  resize();
  expect(scrolled).not.toHaveBeenCalled();
});
