import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFitting, countGraphemes, countWithRests } from './graphemes.ts';

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

describe('a long text', () => {
  const segmenter = new Intl.Segmenter('pt', { granularity: 'grapheme' });
  /** Pieces of text that may meet at the edges of slices: halves of code points, joiners, flags, one character without end. */
  const pieces = fc.constantFrom(
    '😀',
    '👨‍👩‍👧‍👦',
    '🇵🇹',
    '🇺',
    'a\u0301',
    '\u200d',
    'क्षि',
    '\r\n',
    'x',
    '\ud83d',
    'ã'.repeat(97),
  );
  const long = fc
    .array(pieces, { minLength: 50, maxLength: 200, size: 'max' })
    .map((parts) => parts.join(''));

  it('is counted in slices as it would be at once', async () => {
    await fc.assert(
      fc.asyncProperty(long, fc.nat({ max: 3000 }), async (text, units) => {
        const whole = [...segmenter.segment(text)];
        expect(countGraphemes(`x${text}x`)).toBe([...segmenter.segment(`x${text}x`)].length);
        expect(await countWithRests(`x${text}x`, async () => true)).toBe(countGraphemes(`x${text}x`));
        expect(countFitting(text, units)).toBe(
          whole.filter(({ index, segment }) => index + segment.length <= units).length,
        );
      }),
      { numRuns: 50 },
    );
  });

  it('of one character is one', () => {
    expect(countGraphemes(`a${'\u0301'.repeat(399_999)}`)).toBe(1);
  });

  it('is counted no further than is enough', () => {
    expect(countGraphemes('😀'.repeat(200_000), 4000)).toBe(4001);
    expect(countGraphemes('😀'.repeat(4000), 4000)).toBe(4000);
  });

  it('lets the page rest every few hundred characters, which may end the count', async () => {
    const text = '😀'.repeat(30_000);
    let rests = 0;
    const rest = async () => {
      rests += 1;
      return true;
    };
    expect(await countWithRests(text, rest)).toBe(30_000);
    expect(rests).toBeGreaterThan(100);
    expect(await countWithRests(text, async () => false)).toBeNull();
  });
});
