import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from '../limits.ts';
import { askedOf, writtenOf } from './asked-words.ts';
import { validateDescription, validateWords, wordFieldOf } from './rules.ts';
import { NO_WORDS, WORD_FIELDS, type Words } from './words.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('the description', () => {
  it.each(['', '   \n\u00a0'])('is asked for when there is none: «%s»', (text) => {
    expect(validateDescription(text, DEFAULT_LIMITS)).toEqual([
      { field: 'description', code: 'descriptionMissing' },
    ]);
  });

  it('needs more when nine characters are written, however they are padded', () => {
    const tooShort = [{ field: 'description', code: 'descriptionTooShort', params: { min: 10 } }];
    expect(validateDescription('a'.repeat(9), DEFAULT_LIMITS)).toEqual(tooShort);
    expect(validateDescription(`  ${'a'.repeat(9)}\n\n`, DEFAULT_LIMITS)).toEqual(tooShort);
  });

  it('tells how many characters are over', () => {
    expect(validateDescription('a'.repeat(4012), DEFAULT_LIMITS)).toEqual([
      { field: 'description', code: 'descriptionTooLong', params: { over: 12, max: 4000 } },
    ]);
  });

  it('lets through no more characters than can be sent, where each has a hundred accents', () => {
    const heavy = `a${'\u0301'.repeat(110)}`;
    const atMost = Math.floor(60_000 / heavy.length);
    expect(validateDescription(heavy.repeat(atMost), DEFAULT_LIMITS)).toEqual([]);
    expect(validateDescription(heavy.repeat(atMost + 3), DEFAULT_LIMITS)).toEqual([
      { field: 'description', code: 'descriptionTooLong', params: { over: 3, max: atMost } },
    ]);
  });

  it('takes the spaces around it for characters where it is longer with them than can be sent', () => {
    const text = `Dez letras${' '.repeat(59_990)}`;
    expect(validateDescription(text, DEFAULT_LIMITS)).toEqual([]);
    expect(validateDescription(`\u3000${text}`, DEFAULT_LIMITS)).toEqual([
      { field: 'description', code: 'descriptionTooLong', params: { over: 56_001, max: 4000 } },
    ]);
  });

  it.each([
    ['ten letters', 'a'.repeat(10)],
    ['4000 letters', 'ã'.repeat(4000)],
    ['3990 family emoji', FAMILY.repeat(3990)],
  ])('may be %s', (_what, text) => {
    expect(validateDescription(text, DEFAULT_LIMITS)).toEqual([]);
  });
});

describe('what a complaint is asked', () => {
  function issuesOf(words: Partial<Words>) {
    const written = writtenOf({ ...NO_WORDS, description: 'Esperei quatro horas.', ...words });
    return validateWords(WORD_FIELDS, written, DEFAULT_LIMITS);
  }

  it('may all stay empty: a complaint of which only what happened is known can be made', () => {
    expect(issuesOf({})).toEqual([]);
  });

  it('takes as many characters as it says, however they are padded', () => {
    const office = `  ${'ç'.repeat(300)}\n`;
    expect(issuesOf({ office, happenedOn: 'a'.repeat(300), wanted: 'é'.repeat(4000) })).toEqual([]);
  });

  it('tells of each part how many characters are over', () => {
    const complaint = { office: 'a'.repeat(301), happenedOn: 'a'.repeat(302), wanted: 'a'.repeat(4012) };
    expect(issuesOf(complaint)).toEqual([
      { field: 'complaint', code: 'complaintOfficeTooLong', params: { over: 1, max: 300 } },
      { field: 'complaint', code: 'complaintHappenedOnTooLong', params: { over: 2, max: 300 } },
      { field: 'complaint', code: 'complaintWantedTooLong', params: { over: 12, max: 4000 } },
    ]);
    expect(
      validateWords(askedOf('information'), writtenOf({ ...NO_WORDS, ...complaint }), DEFAULT_LIMITS),
    ).toEqual([{ field: 'description', code: 'descriptionMissing' }]);
  });

  it('counts a family as one, and lets through no more of them than the wire takes', () => {
    const atMost = Math.floor(2000 / FAMILY.length);
    expect(issuesOf({ office: FAMILY.repeat(atMost) })).toEqual([]);
    expect(issuesOf({ office: FAMILY.repeat(atMost + 3) })).toEqual([
      { field: 'complaint', code: 'complaintOfficeTooLong', params: { over: 3, max: atMost } },
    ]);
  });
});

describe('an issue', () => {
  it('stands at its field, and at the first one of its place when a newer server says it', () => {
    expect(wordFieldOf({ field: 'complaint', code: 'complaintWantedTooLong' })).toBe('wanted');
    expect(wordFieldOf({ field: 'complaint', code: 'fromTheFuture' })).toBe('office');
    expect(wordFieldOf({ field: 'description', code: 'descriptionMissing' })).toBe('description');
    expect(wordFieldOf({ field: 'topic', code: 'topicMissing' })).toBeUndefined();
  });
});
