import { expect, test } from 'vitest';
import { isolateDirection } from '../i18n.ts';

test('a Portuguese name stays as it is, to the letter', () => {
  expect(isolateDirection('declaração n.º 3.pdf')).toBe('declaração n.º 3.pdf');
});

test('a name that turns the direction is shut in, and cannot let itself out', () => {
  expect(isolateDirection('\u202egpj.exe')).toBe('\u2068\u202egpj.exe\u2069');
  expect(isolateDirection('\u2069\u202egpj.exe')).toBe('\u2068\u202egpj.exe\u2069');
});

test('an Arabic name is shut in', () => {
  expect(isolateDirection('فاتورة.pdf')).toBe('\u2068فاتورة.pdf\u2069');
});
