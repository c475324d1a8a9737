import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainPath } from './plain-path.ts';

describe('A path is plain', () => {
  it.each([
    '/',
    '/balcao',
    '/api/v1/requests/3f0c1d1e-8a34-4bb0-9a45-0d6d3a9d2a11',
    '/assets/index-a.b_c~d.js',
    '/.well-known/security.txt',
    '/..a/b..',
    '/a%20b/%C3%A9',
    '//balcao',
    '/x/',
  ])('as %s is', (path) => {
    expect(isPlainPath(path)).toBe(true);
  });

  it.each([
    '',
    '*',
    'balcao',
    'http://localhost/balcao',
    '/api/../balcao',
    '/api/.',
    '/..',
    '/api/%2E%2e/balcao',
    '/api/.%2e',
    '/a%2Fb',
    '/a%5cb',
    '/a\\b',
    '/a\tb',
    '/a#b',
    '/é',
    '/%',
    '/%zz',
    '/%ff',
    '/%c0%ae',
  ])('as «%s» is not', (path) => {
    expect(isPlainPath(path)).toBe(false);
  });

  it('only where a browser, which resolves it, asks for the very same letters', () => {
    const piece = fc.constantFrom(
      '/',
      '.',
      '%2e',
      '%2E',
      '%2f',
      '%5C',
      '\\',
      '\t',
      '#',
      'a',
      'balcao',
      '%61',
      ';',
      '@',
      '|',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = `/${pieces.join('')}`;
        fc.pre(isPlainPath(path));
        expect(new URL(`http://e-clic.test${path}`).pathname).toBe(path);
        expect(decodeURIComponent(path).split('/')).toHaveLength(path.split('/').length);
      }),
    );
  });
});
