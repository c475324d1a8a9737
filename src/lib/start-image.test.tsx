import { afterEach, expect, test } from 'vitest';
import { nameStartImage } from './start-image.ts';

afterEach(() => {
  Reflect.deleteProperty(navigator, 'standalone');
  for (const each of document.head.querySelectorAll('link[rel="apple-touch-startup-image"], meta'))
    each.remove();
});

const named = () =>
  [...document.head.querySelectorAll('link[rel="apple-touch-startup-image"]')].map((link) =>
    link.getAttribute('href'),
  );

test('an iPhone is named the one picture of its own size, however it is held', () => {
  Object.defineProperty(navigator, 'standalone', { value: false, configurable: true });
  nameStartImage({ width: 844, height: 390 }, 3);
  nameStartImage({ width: 390, height: 844 }, 3);
  expect(named()).toEqual(['/start/1170x2532.png']);
});

test.each([
  ['a size that nobody drew', { isApple: true, width: 391 }],
  ['any other device', { isApple: false, width: 390 }],
])('%s is named none', (_what, { isApple, width }) => {
  if (isApple) Object.defineProperty(navigator, 'standalone', { value: false, configurable: true });
  nameStartImage({ width, height: 844 }, 3);
  expect(named()).toEqual([]);
});
