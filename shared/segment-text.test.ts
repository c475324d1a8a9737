import { describe, expect, it } from 'vitest';
import { segmentText } from './segment-text.ts';

const segments = (text: string, by?: Intl.Segmenter) =>
  [...segmentText(text, by)].map(({ segment }) => segment);

describe('a text taken apart', () => {
  it('has a family as one character where the browser knows how', () => {
    expect(segments('ola\u0301 👨‍👩‍👧')).toEqual(['o', 'l', 'a\u0301', ' ', '👨‍👩‍👧']);
  });

  it('keeps its accents and pairs where the browser does not, and loses nothing', () => {
    const text = '\u0301ola\u0301\r\n😀 їжа 👨‍👩‍👧';
    const parts = [...segmentText(text, null)];
    expect(parts.map(({ segment }) => segment).slice(0, 6)).toEqual([
      '\u0301',
      'o',
      'l',
      'a\u0301',
      '\r\n',
      '😀',
    ]);
    expect(parts.map(({ segment }) => segment).join('')).toBe(text);
    expect(parts.map(({ index, segment }) => text.slice(index, index + segment.length)).join('')).toBe(text);
  });
});
