import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

describe('foldText', () => {
  it.each([
    ['PENSÃO de Orfandade', 'pensao de orfandade'],
    ['Contribuições', 'contribuicoes'],
    ['pensa\u0303o', 'pensao'],
    ['Їжак', 'іжак'],
    ['हिन्दी', 'हिन्दी'],
  ])('reads %s as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});
