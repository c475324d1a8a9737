import { describe, expect, it } from 'vitest';
import { filledParts } from './complaint-parts.ts';

describe('filledParts', () => {
  it('leaves out what holds nothing but white space', () => {
    expect(filledParts({ office: ' \n', happenedOn: 'Em março', wanted: '' })).toEqual([
      { part: 'happenedOn', text: 'Em março' },
    ]);
    expect(filledParts(null)).toEqual([]);
  });
});
