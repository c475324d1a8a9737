import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupByLetter } from './glossary-page.tsx';

const named = (...names: string[]) => names.map((name) => ({ name }));

describe('words by the alphabet', () => {
  it('share a group with their neighbours, accents or not', () => {
    const groups = groupByLetter(named('NISS', 'Ávila', 'Bolsa', 'Abono', 'IBAN', 'IAS'), 'pt-PT', 3);
    expect(groups.map(({ letters }) => letters)).toEqual(['A', 'B – I', 'N']);
    expect(groups[0]?.terms.map(({ name }) => name)).toEqual(['Abono', 'Ávila']);
  });

  it('follow the alphabet of their language', () => {
    const groups = groupByLetter(named('Їжа', 'Юрист', 'Ґанок', 'Гроші'), 'uk', 9);
    expect(groups.map(({ letters }) => letters)).toEqual(['Г', 'Ґ', 'Ї', 'Ю']);
  });

  it('are all there, in order, in no more groups than asked, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), fc.integer({ min: 1, max: 12 }), (names, most) => {
        const groups = groupByLetter(named(...names), 'pt-PT', most);
        expect(groups.length).toBeLessThanOrEqual(most);
        const { compare } = new Intl.Collator('pt-PT');
        expect(groups.flatMap(({ terms }) => terms.map(({ name }) => name))).toEqual(
          [...names].sort(compare),
        );
      }),
    );
  });
});
