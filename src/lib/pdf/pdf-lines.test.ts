import { describe, expect, test } from 'vitest';
import { breakLines, drawLetters, joinRuns } from './pdf-lines.ts';

/** The first font has small letters and the sign for missing ones, the second has capitals and an accent. */
const FONTS = [/[a-zá\ufffd \u00a0-]/, /[A-Z]|\u0303/];
const has = (font: number, codePoint: number) => FONTS[font]?.test(String.fromCodePoint(codePoint)) ?? false;
const letters = (text: string) => drawLetters(text, FONTS.length, has);

describe('letters', () => {
  test('of one word are drawn with the font that has them, as few pieces as can be', () => {
    expect(joinRuns(letters('abCDe'))).toEqual([
      { font: 0, text: 'ab' },
      { font: 1, text: 'CD' },
      { font: 0, text: 'e' },
    ]);
  });

  test('that a device wrote in two parts are one, and an accent may come from another font', () => {
    expect(letters('a\u0301')).toEqual([{ font: 0, text: 'á' }]);
    expect(joinRuns(letters('m\u0303'))).toEqual([
      { font: 0, text: 'm' },
      { font: 1, text: '\u0303' },
    ]);
  });

  test('that nobody can draw are one sign each and keep what they were', () => {
    expect(joinRuns(letters('a👨‍👩‍👧ж'))).toEqual([
      { font: 0, text: 'a' },
      { font: 0, text: '\ufffd\ufffd', actual: '👨‍👩‍👧ж' },
    ]);
  });

  test('that are not seen are not drawn, and other spaces hold together', () => {
    expect(joinRuns(letters('a\u200b\u202eb\u202fc'))).toEqual([{ font: 0, text: 'ab\u00a0c' }]);
    expect(joinRuns(letters('e\u2011mail'))).toEqual([{ font: 0, text: 'e-mail' }]);
  });
});

describe('lines', () => {
  const linesOf = (text: string) =>
    breakLines(letters(text), 5, ({ text: { length } }) => length).map((line) =>
      line.map((run) => run.text).join(''),
    );

  test('break between words, and the space stays for who copies them', () => {
    expect(linesOf('abc de fgh')).toEqual(['abc ', 'de ', 'fgh']);
  });

  test('break within a word only where it is longer than a line', () => {
    expect(linesOf('ab cdefghijklm no')).toEqual(['ab ', 'cdefg', 'hijkl', 'm no']);
  });

  test('are there also for a text without letters', () => {
    expect(linesOf('')).toEqual(['']);
  });
});
