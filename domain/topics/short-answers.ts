import { foldWords, queryWords } from '../../src/lib/fold-text.ts';
import type { RequestKind } from '../request-kind.ts';
import type { TopicChoice } from './topic.ts';

interface AnswerFacts {
  subjectIds: readonly string[];
  /** The answer names a document to be had at once: it is shown to everybody who asks for a document, whatever the topic. */
  isDocument?: true;
  /** The answer concerns a term that passes or a letter to answer: whoever stops at it may lose a right. */
  costsARight?: true;
}

/** The short answers, which may make a request unnecessary. Their words are in `locales/<lng>/answers.json`, their sources in `answer-checks.ts`. */
export const SHORT_ANSWERS = {
  statusCertificate: { subjectIds: ['contributionStatus'], isDocument: true },
  careerStatement: { subjectIds: ['contributionRecord', 'oldAgePension'], isDocument: true },
  contactsProof: { subjectIds: ['nissAndPersonalData'], isDocument: true },
  askForNiss: { subjectIds: ['nissAndPersonalData'], costsARight: true },
  password: { subjectIds: ['accessAndCodes'] },
  signInCode: { subjectIds: ['accessAndCodes'] },
  iban: { subjectIds: ['ibanChange', 'benefitNotReceived'] },
  paymentDays: { subjectIds: ['benefitNotReceived'] },
  sickness: { subjectIds: ['sicknessBenefit', 'temporaryIncapacity'] },
  unemploymentClaim: { subjectIds: ['unemploymentBenefit', 'socialUnemploymentBenefit'], costsARight: true },
  quarterly: { subjectIds: ['quarterlyStatement', 'selfEmployed'] },
  selfEmployedRate: { subjectIds: ['selfEmployed'] },
  amountDue: { subjectIds: ['contributionPayment', 'selfEmployed'] },
  instalments: { subjectIds: ['debtsAndInstalments', 'enforcement'] },
  childBenefitClaim: { subjectIds: ['childBenefit'] },
  proofOfSchooling: { subjectIds: ['childBenefit', 'scholarship'], costsARight: true },
  healthCard: { subjectIds: ['europeanHealthCard'] },
  simulator: { subjectIds: ['pensionSimulator', 'oldAgePension', 'earlyRetirement'] },
  afterADeath: {
    subjectIds: ['deathGrant', 'funeralReimbursement', 'funeralGrant', 'survivorsPension'],
    costsARight: true,
  },
  workDisease: { subjectIds: ['occupationalDisease'] },
  medicalBoard: { subjectIds: ['incapacityAssessment'], costsARight: true },
  twoSchemes: { subjectIds: ['unifiedPension'] },
  pensionWithoutRecord: { subjectIds: ['socialOldAgePension'] },
  refusingInvalidity: { subjectIds: ['invalidityPension'] },
  whoseIncome: { subjectIds: ['solidaritySupplement'] },
  extraPension: { subjectIds: ['pensionSupplements'] },
  psiClaim: { subjectIds: ['inclusionBenefit'] },
  disabilityAge: { subjectIds: ['disabilityAllowance'] },
  specialEducationProof: { subjectIds: ['specialEducation'] },
  thirdPerson: { subjectIds: ['thirdPersonCare'] },
  secondDegree: { subjectIds: ['dependencySupplement'] },
  assistiveRoute: { subjectIds: ['assistiveProducts'] },
  carerConditions: { subjectIds: ['informalCarer'] },
  continuingCareWay: { subjectIds: ['continuingCare'] },
  prenatalDates: { subjectIds: ['prenatalBenefit'] },
  parentalDates: { subjectIds: ['parentalBenefit'] },
  pregnancyCertificate: { subjectIds: ['pregnancyRisk'] },
  daysForAChild: { subjectIds: ['careForChildOrGrandchild'] },
  adoptionStart: { subjectIds: ['adoption'] },
  guaranteeIsAutomatic: { subjectIds: ['childGuarantee'] },
  maintenanceCourt: { subjectIds: ['maintenanceFund'] },
  hiringAtHome: { subjectIds: ['domesticService'] },
  whoCanJoin: { subjectIds: ['voluntaryInsurance'] },
  layoffPay: { subjectIds: ['layoff'] },
  unpaidWages: { subjectIds: ['wageGuaranteeFund'] },
  postedWorkers: { subjectIds: ['posting'] },
  managersWithoutPay: { subjectIds: ['boardMembers'] },
  workAndBenefit: { subjectIds: ['partialBenefit'] },
  selfEmployedWithoutWork: { subjectIds: ['endOfActivity'] },
  allAtOnce: { subjectIds: ['lumpSum'] },
  widowOfSocialPensioner: { subjectIds: ['widowhoodPension'] },
  orphanOfTheUninsured: { subjectIds: ['orphansPension'], costsARight: true },
  paidTooMuch: { subjectIds: ['refunds'] },
  letterToPayBack: { subjectIds: ['overpayments'], costsARight: true },
  rsiContract: { subjectIds: ['socialIncome'] },
  emergencyLine: { subjectIds: ['socialAction'] },
  courtCosts: { subjectIds: ['legalProtection'] },
  findingAPlace: { subjectIds: ['careServices'] },
  actingForAnother: { subjectIds: ['representations'] },
  dataRights: { subjectIds: ['dataProtection'] },
  workedElsewhere: { subjectIds: ['agreements'] },
  portableForms: { subjectIds: ['portableDocuments'] },
  pensionFromAbroad: { subjectIds: ['foreignPensions'], costsARight: true },
  proofOfLife: { subjectIds: ['foreignPensions'], costsARight: true },
  hiringAWorker: { subjectIds: ['registration'] },
  generalRate: { subjectIds: ['ratesAndExemptions'] },
  finedCompany: { subjectIds: ['infringements'] },
  institutionAgreements: { subjectIds: ['cooperationAgreements'] },
  proofOfNoSanctions: { subjectIds: ['noSanctionsStatement'] },
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

export function mayCostARight(id: AnswerId): boolean {
  const facts: AnswerFacts = SHORT_ANSWERS[id];
  return facts.costsARight === true;
}

export interface SearchableAnswer<Id> {
  id: Id;
  /** The words that it may be found by: title, sentences, everyday words of its subjects. */
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
