import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTermFinder, GLOSSARY_IDS, type GlossaryTerm } from './glossary.ts';

const LOCALES = new URL('../locales/', import.meta.url);
const languages = readdirSync(LOCALES, { withFileTypes: true }).filter((entry) => entry.isDirectory());

const TERMS: GlossaryTerm[] = [
  { id: 'niss', forms: ['NISS'] },
  { id: 'situacao', forms: ['situação contributiva', 'Situação contributiva'] },
  { id: 'ssd', forms: ['Segurança Social Direta'] },
];

describe('the glossary', () => {
  it.each(languages.map(({ name }) => name))('explains every word in %s', (lng) => {
    const { terms } = JSON.parse(readFileSync(new URL(`${lng}/glossary.json`, LOCALES), 'utf8'));
    expect(Object.keys(terms).sort()).toEqual([...GLOSSARY_IDS].sort());
    for (const id of GLOSSARY_IDS) expect(terms[id].meaning, id).toMatch(/\.$/);
  });
});

describe('createTermFinder', () => {
  it('marks a hard word where it first occurs', () => {
    expect(createTermFinder(TERMS)('O NISS tem 11 algarismos. Escreva o NISS.')).toEqual([
      { text: 'O ' },
      { text: 'NISS', termId: 'niss' },
      { text: ' tem 11 algarismos. Escreva o NISS.' },
    ]);
  });

  it('marks whole words only, beside any punctuation', () => {
    expect(createTermFinder(TERMS)('«NISS»')).toHaveLength(3);
    expect(createTermFinder(TERMS)('NISSAN, ÓNISS')).toEqual([{ text: 'NISSAN, ÓNISS' }]);
  });

  it('takes forms with marks for what they are', () => {
    const forms = ["rente d'invalidité", 'two-factor (2FA)', 'ім’я'];
    for (const form of forms) {
      expect(createTermFinder([{ id: 'ssd', forms }])(form)).toEqual([{ text: form, termId: 'ssd' }]);
    }
  });

  it('keeps a text without hard words in one piece, and loses no letter of any', () => {
    expect(createTermFinder(TERMS)('Olá')).toEqual([{ text: 'Olá' }]);
    expect(createTermFinder([])('Olá')).toEqual([{ text: 'Olá' }]);
    const words = fc.constantFrom(
      'NISS',
      'Situação contributiva',
      ' ',
      ', ',
      'sim',
      'Segurança Social Direta',
    );
    fc.assert(
      fc.property(fc.array(words), (pieces) => {
        const text = pieces.join('');
        expect(
          createTermFinder(TERMS)(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
