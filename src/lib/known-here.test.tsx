import { afterEach, expect, test, vi } from 'vitest';
import { KNOWN_HERE_KEY, markKnownHere, mayBeKnownHere } from './known-here.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  localStorage.clear();
});

test('nobody is known on a device until somebody is, and no longer once they are gone', () => {
  expect(mayBeKnownHere()).toBe(false);
  markKnownHere('guest');
  expect(mayBeKnownHere()).toBe(true);
  markKnownHere(null);
  expect(mayBeKnownHere()).toBe(false);
  expect(localStorage).toHaveLength(0);
});

test('the mark says nothing of who it is', () => {
  markKnownHere('citizen');
  expect({ ...localStorage }).toEqual({ [KNOWN_HERE_KEY]: 'citizen' });
});

test('where a browser refuses its storage somebody may be known', () => {
  const refuse = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
  markKnownHere(null);
  expect(mayBeKnownHere()).toBe(true);
});
