import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countGraphemes } from './graphemes.ts';

describe('countGraphemes', () => {
  it.each([
    ['olá', 3],
    ['ola\u0301', 3],
    ['👨‍👩‍👧‍👦', 1],
    ['🇵🇹', 1],
    ['a\r\nb', 3],
    ['«Olá» – “sim”…', 14],
    ['20 €', 4],
    ['', 0],
  ])('counts «%s» as %d', (text, count) => {
    expect(countGraphemes(text)).toBe(count);
  });

  it('leaves out the white space around the text, and counts that within it', () => {
    expect(countGraphemes('  \n a b \u00a0')).toBe(3);
  });

  it('agrees with the segmenter on any text, short cut or not', () => {
    const segmenter = new Intl.Segmenter('en');
    const plain = fc.string({
      unit: fc.constantFrom('a', 'ã', '\r', '\n', '\t', '\u00ad', '©', '€', '–', 'ž'),
    });
    fc.assert(
      fc.property(fc.oneof(plain, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        expect(countGraphemes(text)).toBe([...segmenter.segment(text.trim())].length);
      }),
      { numRuns: 500 },
    );
  });
});
