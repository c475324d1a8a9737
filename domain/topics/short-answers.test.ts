import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findOverdueChecks } from '../../testing/overdue-checks.ts';
import { addDays, lisbonDate } from '../lisbon-date.ts';
import { ANSWER_CHECKS } from './answer-checks.ts';
import { BUNDLED_TOPICS as tree } from './bundled-topics.ts';
import { ANSWER_IDS, answersFor, mayCostARight, SHORT_ANSWERS, searchAnswers } from './short-answers.ts';
import type { TopicChoice } from './topic.ts';

const LOCALES = new URL('../../locales/', import.meta.url);
const languages = readdirSync(LOCALES, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** Of the State and of the Union: what anybody else says of them may be late or wrong. */
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

/** More is a page, which nobody reads who came to write a request. */
const WORDS_MAX = 105;

function topicOf(subjectId: string): TopicChoice {
  return { status: 'partial', lifeEventId: 'any', subjectId, reasonId: null };
}

describe('the short answers', () => {
  const known = tree.lifeEvents.flatMap(({ subjects }) => subjects.map(({ id }) => id));

  it('leave no subject of the tree without one', () => {
    expect(known.filter((id) => answersFor(topicOf(id), 'information').length === 0)).toEqual([]);
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

  // Red a year later on purpose: laws change, and nobody reads a text again that seems to be in order.
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

  it('that may cost somebody a right are these', () => {
    expect(ANSWER_IDS.filter(mayCostARight).sort()).toEqual([
      'afterADeath',
      'askForNiss',
      'letterToPayBack',
      'medicalBoard',
      'orphanOfTheUninsured',
      'pensionFromAbroad',
      'proofOfLife',
      'proofOfSchooling',
      'unemploymentClaim',
    ]);
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

  it.each(languages.map(({ name }) => name))('have a title and a few sentences in %s', (lng) => {
    const { items } = JSON.parse(readFileSync(new URL(`${lng}/answers.json`, LOCALES), 'utf8'));
    expect(Object.keys(items).sort()).toEqual([...ANSWER_IDS].sort());
    for (const id of ANSWER_IDS) {
      expect(items[id]).toEqual({
        title: expect.stringMatching(/\S/),
        text: expect.arrayContaining([expect.stringMatching(/\.$/)]),
      });
      expect(items[id].text.join(' ').split(/\s+/).length, id).toBeLessThanOrEqual(WORDS_MAX);
    }
  });
});

describe('answersFor', () => {
  it('gives what stands under the subject, also before a reason is chosen', () => {
    expect(answersFor(topicOf('ibanChange'), 'information')).toEqual(['iban']);
    expect(answersFor(topicOf('ibanChange'), null)).toEqual(['iban']);
    expect(answersFor(topicOf('ofALaterTree'), 'clarification')).toEqual([]);
  });

  it('gives the documents to be had at once to whoever asks for one, whatever the topic', () => {
    const documents = ['statusCertificate', 'careerStatement', 'contactsProof'];
    expect(answersFor({ status: 'unknown' }, 'documents')).toEqual(documents);
    expect(answersFor(topicOf('ibanChange'), 'documents')).toEqual([...documents, 'iban']);
    expect(answersFor({ status: 'unknown' }, 'information')).toEqual([]);
  });

  it('pretends to answer no complaint', () => {
    for (const { subjectIds } of Object.values(SHORT_ANSWERS)) {
      expect(answersFor(topicOf(subjectIds[0]), 'complaint')).toEqual([]);
    }
  });

  it('gives nothing before there is a topic', () => {
    expect(answersFor(null, 'documents')).toEqual([]);
  });
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
