import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.ts';

const written = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(..."їЙґҐя'’ʼ`\u0301 e") }),
);

describe('foldText', () => {
  it.each([
    ['PENSÃO de Orfandade', 'pensao de orfandade'],
    ['Contribuições', 'contribuicoes'],
    ['pensa\u0303o', 'pensao'],
    ['Їжак', 'іжак'],
    ["Сім'я", 'сімя'],
    ['сім’я', 'сімя'],
    ['сімʼя', 'сімя'],
    ['Ґанок', 'ганок'],
    ['«у сім’ї’', '«у сімі’'],
    ['d’Évora', 'd’evora'],
    ['हिन्दी', 'हिन्दी'],
  ])('reads %s as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(written, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });
});
