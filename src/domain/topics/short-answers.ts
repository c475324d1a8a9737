import { foldWords, queryWords } from '../../lib/fold-text.ts';
import type { RequestKind } from '../request-kind.ts';
import type { TopicChoice } from './topic.ts';

interface AnswerFacts {
  subjectIds: readonly string[];
  /** Of a document to be had at once: told to everybody who is about to ask for a document, whatever the topic. */
  isDocument?: true;
  /** The Lisbon day on which its sentences were written, or gone through again. */
  date: string;
}

/** What may make a request unnecessary. The words are in `locales/<lng>/answers.json`. */
export const SHORT_ANSWERS = {
  statusCertificate: { subjectIds: ['contributionStatus'], isDocument: true, date: '2026-11-25' },
  careerStatement: {
    subjectIds: ['contributionRecord', 'oldAgePension'],
    isDocument: true,
    date: '2026-11-25',
  },
  contactsProof: { subjectIds: ['nissAndPersonalData'], isDocument: true, date: '2026-11-25' },
  askForNiss: { subjectIds: ['nissAndPersonalData'], date: '2026-11-25' },
  password: { subjectIds: ['accessAndCodes'], date: '2026-11-25' },
  signInCode: { subjectIds: ['accessAndCodes'], date: '2026-11-26' },
  iban: { subjectIds: ['ibanChange', 'benefitNotReceived'], date: '2026-11-26' },
  paymentDays: { subjectIds: ['benefitNotReceived'], date: '2026-11-26' },
  sickness: { subjectIds: ['sicknessBenefit', 'temporaryIncapacity'], date: '2026-11-26' },
  unemploymentClaim: {
    subjectIds: ['unemploymentBenefit', 'socialUnemploymentBenefit'],
    date: '2026-11-26',
  },
  quarterly: { subjectIds: ['quarterlyStatement', 'selfEmployed'], date: '2026-11-26' },
  amountDue: { subjectIds: ['contributionPayment', 'selfEmployed'], date: '2026-11-26' },
  instalments: { subjectIds: ['debtsAndInstalments', 'enforcement'], date: '2026-11-25' },
  proofOfSchooling: { subjectIds: ['childBenefit', 'scholarship'], date: '2026-11-25' },
  healthCard: { subjectIds: ['europeanHealthCard'], date: '2026-11-26' },
  simulator: { subjectIds: ['pensionSimulator', 'oldAgePension', 'earlyRetirement'], date: '2026-11-26' },
  afterADeath: {
    subjectIds: ['deathGrant', 'funeralReimbursement', 'funeralGrant', 'survivorsPension'],
    date: '2026-11-25',
  },
  workDisease: { subjectIds: ['occupationalDisease'], date: '2026-11-26' },
  medicalBoard: { subjectIds: ['incapacityAssessment'], date: '2026-11-26' },
  twoSchemes: { subjectIds: ['unifiedPension'], date: '2026-11-26' },
  pensionWithoutRecord: { subjectIds: ['socialOldAgePension'], date: '2026-11-26' },
  refusingInvalidity: { subjectIds: ['invalidityPension'], date: '2026-11-26' },
  whoseIncome: { subjectIds: ['solidaritySupplement'], date: '2026-11-26' },
  extraPension: { subjectIds: ['pensionSupplements'], date: '2026-11-26' },
  psiClaim: { subjectIds: ['inclusionBenefit'], date: '2026-11-26' },
  disabilityAge: { subjectIds: ['disabilityAllowance'], date: '2026-11-26' },
  specialEducationProof: { subjectIds: ['specialEducation'], date: '2026-11-26' },
  thirdPerson: { subjectIds: ['thirdPersonCare'], date: '2026-11-26' },
  secondDegree: { subjectIds: ['dependencySupplement'], date: '2026-11-26' },
  assistiveRoute: { subjectIds: ['assistiveProducts'], date: '2026-11-26' },
  carerConditions: { subjectIds: ['informalCarer'], date: '2026-11-26' },
  continuingCareWay: { subjectIds: ['continuingCare'], date: '2026-11-26' },
  prenatalDates: { subjectIds: ['prenatalBenefit'], date: '2026-11-26' },
  parentalDates: { subjectIds: ['parentalBenefit'], date: '2026-11-26' },
  pregnancyCertificate: { subjectIds: ['pregnancyRisk'], date: '2026-11-26' },
  daysForAChild: { subjectIds: ['careForChildOrGrandchild'], date: '2026-11-26' },
  adoptionStart: { subjectIds: ['adoption'], date: '2026-11-26' },
  guaranteeIsAutomatic: { subjectIds: ['childGuarantee'], date: '2026-11-26' },
  maintenanceCourt: { subjectIds: ['maintenanceFund'], date: '2026-11-26' },
  hiringAtHome: { subjectIds: ['domesticService'], date: '2026-11-26' },
  whoCanJoin: { subjectIds: ['voluntaryInsurance'], date: '2026-11-26' },
  layoffPay: { subjectIds: ['layoff'], date: '2026-11-26' },
  unpaidWages: { subjectIds: ['wageGuaranteeFund'], date: '2026-11-26' },
  postedWorkers: { subjectIds: ['posting'], date: '2026-11-26' },
  managersWithoutPay: { subjectIds: ['boardMembers'], date: '2026-11-26' },
  workAndBenefit: { subjectIds: ['partialBenefit'], date: '2026-11-26' },
  selfEmployedWithoutWork: { subjectIds: ['endOfActivity'], date: '2026-11-26' },
  allAtOnce: { subjectIds: ['lumpSum'], date: '2026-11-26' },
  widowOfSocialPensioner: { subjectIds: ['widowhoodPension'], date: '2026-11-26' },
  orphanOfTheUninsured: { subjectIds: ['orphansPension'], date: '2026-11-26' },
  paidTooMuch: { subjectIds: ['refunds'], date: '2026-11-26' },
  letterToPayBack: { subjectIds: ['overpayments'], date: '2026-11-26' },
  rsiContract: { subjectIds: ['socialIncome'], date: '2026-11-26' },
  emergencyLine: { subjectIds: ['socialAction'], date: '2026-11-26' },
  courtCosts: { subjectIds: ['legalProtection'], date: '2026-11-26' },
  findingAPlace: { subjectIds: ['careServices'], date: '2026-11-26' },
  actingForAnother: { subjectIds: ['representations'], date: '2026-11-26' },
  dataRights: { subjectIds: ['dataProtection'], date: '2026-11-26' },
  workedElsewhere: { subjectIds: ['agreements'], date: '2026-11-26' },
  portableForms: { subjectIds: ['portableDocuments'], date: '2026-11-26' },
  pensionFromAbroad: { subjectIds: ['foreignPensions'], date: '2026-11-26' },
  hiringAWorker: { subjectIds: ['registration'], date: '2026-11-26' },
  generalRate: { subjectIds: ['ratesAndExemptions'], date: '2026-11-26' },
  finedCompany: { subjectIds: ['infringements'], date: '2026-11-26' },
  institutionAgreements: { subjectIds: ['cooperationAgreements'], date: '2026-11-26' },
  proofOfNoSanctions: { subjectIds: ['noSanctionsStatement'], date: '2026-11-26' },
} as const satisfies Record<string, AnswerFacts>;

export type AnswerId = keyof typeof SHORT_ANSWERS;

export const ANSWER_IDS = Object.keys(SHORT_ANSWERS) as AnswerId[];

/** The answers to show under a topic. A complaint is about what went wrong: no information answers it. */
export function answersFor(topic: TopicChoice | null, kind: RequestKind | null): AnswerId[] {
  if (topic === null || kind === 'complaint') return [];
  const subjectId = topic.status === 'unknown' ? null : topic.subjectId;
  return ANSWER_IDS.filter((id) => {
    const facts: AnswerFacts = SHORT_ANSWERS[id];
    const fits = subjectId !== null && facts.subjectIds.includes(subjectId);
    return fits || (kind === 'documents' && facts.isDocument === true);
  });
}

export interface SearchableAnswer<Id> {
  id: Id;
  /** Everything it may be found by: title, sentences, everyday words of its subjects. */
  words: string;
}

/** The answers that hold the beginning of every word of the query; without words, all. */
export function searchAnswers<Id>(answers: readonly SearchableAnswer<Id>[], query: string): Id[] {
  const wanted = queryWords(query);
  const found = answers.filter(({ words }) => {
    const held = ` ${foldWords(words)}`;
    return wanted.every((word) => held.includes(` ${word}`));
  });
  return found.map(({ id }) => id);
}
