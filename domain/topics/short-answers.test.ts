import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addDays, lisbonDate } from '../lisbon-date.ts';
import { ANSWER_CHECKS } from './answer-checks.ts';
import { BUNDLED_TOPICS as tree } from './bundled-topics.ts';
import {
  ANSWER_IDS,
  type AnswerId,
  isUnder,
  mayCostARight,
  SHORT_ANSWERS,
  searchAnswers,
} from './short-answers.ts';

const LOCALES = new URL('../../locales/', import.meta.url);
const languages = readdirSync(LOCALES, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** The hosts of the State and of the European Union: what other sites say of the same rules may be late or wrong. */
const OFFICIAL_HOSTS = [
  'seg-social.pt',
  'gov.pt',
  'eportugal.gov.pt',
  'justica.gov.pt',
  'diariodarepublica.pt',
  'inr.pt',
  'ec.europa.eu',
  'eur-lex.europa.eu',
  'europa.eu',
  'cartasocial.pt',
  'acm.gov.pt',
];

/** A longer answer is a page, which nobody reads who came to write a request. */
const WORDS_MAX = 105;

/** Portuguese words of a term or of a letter. A number of days may also be something else: those answers are below. */
const TERM_OR_LETTER =
  /\bprazos?\b|\bdata-limite\b|\d (?:dia|semana|mes)|\baté (?:ao (?:último|início)|aos? \d|\d+ de)|\btodos os anos\b|\b(?:carta|convocatória|notificação)\b/u;

/** Answers with such words that take no right from somebody who stops at them, and why. */
const COST_NOTHING: Partial<Record<AnswerId, string>> = {
  statusCertificate: 'how long the office takes, and for how long the paper is valid',
  healthCard: 'for how long a certificate is valid',
  postedWorkers: 'for how long a document is valid',
  rsiContract: 'for how long it is paid',
  selfEmployedRate: 'months in which nothing is to be paid',
  thirdPerson: 'months of contributions',
  pensionWithoutRecord: 'sums that change every year',
  dataRights: 'a term of the office',
  quarterly: 'a duty, which is done late rather than not at all',
  amountDue: 'a duty: who pays late pays interest',
  hiringAtHome: 'a duty of whoever employs',
  hiringAWorker: 'a duty of whoever employs',
};

/** Answers without such words that may cost a right, and why. */
const COST_ALL_THE_SAME: Partial<Record<AnswerId, string>> = {
  askForNiss: 'without a NISS, for which papers are asked that many do not have, nothing can be claimed',
};

const CHECKED_EVERY_YEARS = 1;

/** Returns the texts that nobody has checked against their sources for a year, one sentence each. Days have the form `2026-11-28`. */
function findOverdueChecks(checked: Readonly<Record<string, string>>, today: string): string[] {
  const lastYear = `${Number(today.slice(0, 4)) - CHECKED_EVERY_YEARS}${today.slice(4)}`;
  return Object.entries(checked)
    .filter(([, day]) => day < lastYear)
    .map(([id, day]) => `«${id}» was checked on ${day}, more than a year ago: read its sources again`);
}

describe('the short answers', () => {
  const known = tree.lifeEvents.flatMap(({ subjects }) => subjects.map(({ id }) => id));

  it('leave no subject of the tree without one', () => {
    expect(known.filter((subjectId) => !ANSWER_IDS.some((id) => isUnder(id, subjectId)))).toEqual([]);
  });

  it('are each under subjects that are in the tree', () => {
    for (const id of ANSWER_IDS) {
      expect(SHORT_ANSWERS[id].subjectIds.length).toBeGreaterThan(0);
      expect(known).toEqual(expect.arrayContaining([...SHORT_ANSWERS[id].subjectIds]));
    }
  });

  const checked = Object.fromEntries(ANSWER_IDS.map((id) => [id, ANSWER_CHECKS[id].checked]));

  it('bear the day on which they were held against their sources', () => {
    for (const [id, day] of Object.entries(checked)) expect(addDays(day, 0), id).toBe(day);
  });

  // This test fails a year later on purpose: laws change, and nobody reads a text again that seems to be in order.
  it('have each been held against their sources within a year', () => {
    expect(findOverdueChecks(checked, lisbonDate(new Date()))).toEqual([]);
  });

  it('are named a year and a day after their check, and not before', () => {
    const checks = { iban: '2026-11-28', sickness: '2027-02-01' };
    expect(findOverdueChecks(checks, '2027-11-28')).toEqual([]);
    expect(findOverdueChecks(checks, '2027-11-29')).toEqual([
      '«iban» was checked on 2026-11-28, more than a year ago: read its sources again',
    ]);
    expect(findOverdueChecks(checks, '2028-02-02')).toHaveLength(2);
  });

  // Those that name a term the citizen has to keep, or a letter.
  it('that may cost somebody a right are these', () => {
    const { items } = JSON.parse(readFileSync(new URL('pt-PT/answers.json', LOCALES), 'utf8'));
    const named = ANSWER_IDS.filter((id) =>
      TERM_OR_LETTER.test([items[id].title, ...items[id].text].join(' ')),
    );
    expect(named).toEqual(expect.arrayContaining(Object.keys(COST_NOTHING)));
    expect(Object.keys(COST_ALL_THE_SAME).filter((id) => named.some((one) => one === id))).toEqual([]);
    const expected = ANSWER_IDS.filter(
      (id) => (named.includes(id) && !COST_NOTHING[id]) || COST_ALL_THE_SAME[id],
    );
    expect(ANSWER_IDS.filter(mayCostARight)).toEqual(expected);
  });

  it('come each from official sources, by their names', () => {
    for (const id of ANSWER_IDS) {
      const { sources } = ANSWER_CHECKS[id];
      expect(sources.length, id).toBeGreaterThan(0);
      for (const source of sources) {
        const [host, title] = source.split(/, (.*)/);
        expect(OFFICIAL_HOSTS, `${id}: ${source}`).toContain(host);
        expect(title, `${id}: ${source}`).toMatch(/\S/);
      }
    }
  });

  it('have no check of a text that is no more', () => {
    expect(Object.keys(ANSWER_CHECKS).sort()).toEqual([...ANSWER_IDS].sort());
  });

  it.each(languages.map(({ name }) => name))(
    'have a title, a few sentences and everyday words in %s',
    (lng) => {
      const { items, words } = JSON.parse(readFileSync(new URL(`${lng}/answers.json`, LOCALES), 'utf8'));
      expect(Object.keys(items).sort()).toEqual([...ANSWER_IDS].sort());
      expect(Object.keys(words)).toEqual(Object.keys(items));
      for (const id of ANSWER_IDS) {
        expect(items[id]).toEqual({
          title: expect.stringMatching(/\S/),
          text: expect.arrayContaining([expect.stringMatching(/\.$/)]),
        });
        expect(items[id].text.join(' ').split(/\s+/).length, id).toBeLessThanOrEqual(WORDS_MAX);
      }
    },
  );
});

describe('searchAnswers', () => {
  const answers = [
    { id: 'iban', words: 'Mudar o IBAN conta bancária' },
    { id: 'sickness', words: 'Subsídio de doença baixa' },
  ];

  it('finds by the beginning of each word, whatever its accents and case', () => {
    expect(searchAnswers(answers, 'BANCARI iban')).toEqual(['iban']);
    expect(searchAnswers(answers, 'doenca')).toEqual(['sickness']);
    expect(searchAnswers(answers, 'iban baixa')).toEqual([]);
  });

  it('gives all to an empty query', () => {
    expect(searchAnswers(answers, ' ')).toEqual(['iban', 'sickness']);
  });
});
