import { describe, expect, it } from 'vitest';
import { askedOf, submittedWords, writtenOf } from './asked-words.ts';
import { goesOnFrom, hasSameWords, keepsWords, saysTheSame } from './compare.ts';
import { contentOf, filledFields, hasContent, isBegun, WORD_FIELDS, wordsOf, writtenParts } from './words.ts';

const DESCRIPTION = 'Esperei quatro horas.';
const wanting = (wanted: string) => ({ office: '', happenedOn: '', wanted });
const ALL = { description: DESCRIPTION, office: 'Faro', happenedOn: 'em maio', wanted: 'Que respondam' };

describe('words', () => {
  it('stand in each field by its name, and go back to where they came from', () => {
    expect(wordsOf(writtenOf(ALL))).toEqual(ALL);
    expect(Object.keys(ALL)).toEqual(WORD_FIELDS);
    expect(writtenOf({ ...ALL, office: '', happenedOn: '', wanted: '' }).complaint).toBeNull();
  });

  it('leave out, when those are listed that were written, what holds nothing but white space', () => {
    expect(
      filledFields({
        description: ' ',
        complaint: { ...wanting(''), office: ' \n', happenedOn: 'Em março' },
      }),
    ).toEqual([{ field: 'happenedOn', text: 'Em março' }]);
    expect(filledFields({ complaint: null })).toEqual([]);
  });

  it('are the same in a complaint without answers and in none', () => {
    expect(hasSameWords({ description: 'a' }, { description: 'a', complaint: wanting('') })).toBe(true);
  });

  it.each(WORD_FIELDS)('differ as soon as those in one field do: %s', (field) => {
    const other = writtenOf({ ...ALL, [field]: 'outra coisa' });
    expect(hasSameWords(writtenOf(ALL), other)).toBe(false);
    expect(keepsWords(other, writtenOf(ALL))).toBe(false);
    expect(goesOnFrom(other, writtenOf(ALL))).toBe(false);
    expect(goesOnFrom(writtenOf({ ...ALL, [field]: `${ALL[field]} e mais` }), writtenOf(ALL))).toBe(true);
    expect(keepsWords(writtenOf(ALL), writtenOf({ ...ALL, [field]: '' }))).toBe(true);
  });

  it('of a complaint go on from others only when they begin with all of them', () => {
    const mine = { description: DESCRIPTION, complaint: wanting('Que respondam') };
    expect(goesOnFrom(mine, { description: 'Esperei', complaint: wanting('Que') })).toBe(true);
    expect(goesOnFrom(mine, { description: 'Esperei' })).toBe(true);
    expect(goesOnFrom(mine, { description: 'Esperei', complaint: wanting('Outra coisa') })).toBe(false);
    expect(goesOnFrom({ ...mine, complaint: null }, mine)).toBe(false);
  });

  it('that a kind does not ask are not submitted', () => {
    expect(askedOf('information')).toEqual(['description']);
    expect(submittedWords({ ...writtenOf(ALL), kind: 'information' })).toEqual({
      description: DESCRIPTION,
      complaint: null,
    });
    expect(submittedWords({ ...writtenOf(ALL), kind: 'complaint' })).toEqual(writtenOf(ALL));
  });

  it('are told from choices in what changes a draft', () => {
    expect(writtenParts(contentOf({}))).toEqual({ description: '', complaint: null });
    const choice: Parameters<typeof contentOf>[0] = { kind: 'documents', complaint: undefined };
    expect(writtenParts(choice)).toEqual({});
  });
});

describe('what a draft says', () => {
  it.each(WORD_FIELDS)('is content when there is something in %s', (field) => {
    const said = writtenOf({ description: '', office: '', happenedOn: '', wanted: '', [field]: 'algo' });
    expect(hasContent(said, [])).toBe(true);
  });

  it('is content when it is files, and begun when it is only a choice', () => {
    expect(hasContent({ description: ' \n' }, [])).toBe(false);
    expect(hasContent({ description: '' }, [{}])).toBe(true);
    expect(hasContent(contentOf({ kind: 'documents' }), [])).toBe(false);
    expect(isBegun({ kind: 'documents' }, [])).toBe(true);
    expect(isBegun({ topic: { status: 'unknown' } }, [])).toBe(true);
    expect(isBegun({}, [])).toBe(false);
  });

  it('is the same when words, choices and files are, whatever the labels and the order of the files', () => {
    const lifeEvent = { id: 'family', label: 'Família' };
    const topic = { status: 'begun' as const, version: '1', lifeEvent, subject: null, reason: null };
    const files = [{ sha256: 'a' }, { sha256: 'b' }];
    const mine = { ...contentOf({ ...writtenOf(ALL), kind: 'complaint', topic }), files };
    const renamed = { ...topic, lifeEvent: { id: 'family', label: 'Family' } };
    expect(saysTheSame(mine, { ...mine, topic: renamed, files: files.toReversed() })).toBe(true);
    expect(saysTheSame(mine, { ...mine, kind: 'documents' })).toBe(false);
    expect(saysTheSame(mine, { ...mine, topic: null })).toBe(false);
    expect(saysTheSame(mine, { ...mine, onBehalfOf: { id: 'c_1', name: 'Alice' } })).toBe(false);
    expect(saysTheSame(mine, { ...mine, aboutRequestId: 'r' })).toBe(false);
    expect(saysTheSame(mine, { ...mine, files: [{ sha256: 'a' }] })).toBe(false);
  });
});
