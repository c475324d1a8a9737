import { afterEach, expect, test, vi } from 'vitest';
import { maySomebodyBeHere, START_HINT_KEY, writeStartHint } from './start-hint.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test('nobody is known on a device until somebody is, and no longer once they are gone', () => {
  expect(maySomebodyBeHere()).toBe(false);
  writeStartHint('guest');
  expect(maySomebodyBeHere()).toBe(true);
  writeStartHint(null);
  expect(maySomebodyBeHere()).toBe(false);
  expect(localStorage).toHaveLength(0);
});

test('the mark says nothing of who it is', () => {
  writeStartHint('citizen');
  expect({ ...localStorage }).toEqual({ [START_HINT_KEY]: 'citizen' });
});

test('where a browser refuses its storage somebody may be known', () => {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  writeStartHint(null);
  expect(maySomebodyBeHere()).toBe(true);
});
