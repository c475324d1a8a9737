import { foldWords, queryWords } from '../../shared/fold-text.ts';

interface AnswerFacts {
  subjectIds: readonly string[];
  /** Further subjects whose writers may ask this too. In a search their own answers come first. */
  alsoUnder?: readonly string[];
  /** The answer concerns a term that the citizen has to keep, or a letter to answer: a citizen who stops at it may lose a right. */
  costsARight?: true;
}

/** A citizen with one of these benefits may ask for the day of payment or give another account, whatever else the request is about. */
const PAID_MONTH_BY_MONTH = [
  'childBenefit',
  'prenatalBenefit',
  'parentalBenefit',
  'scholarship',
  'unemploymentBenefit',
  'socialUnemploymentBenefit',
  'partialBenefit',
  'sicknessBenefit',
  'temporaryIncapacity',
  'oldAgePension',
  'earlyRetirement',
  'socialOldAgePension',
  'invalidityPension',
  'solidaritySupplement',
  'inclusionBenefit',
  'disabilityAllowance',
  'dependencySupplement',
  'informalCarer',
  'survivorsPension',
  'widowhoodPension',
  'orphansPension',
  'socialIncome',
] as const;

/** The short answers, which may make a request unnecessary. Their words are in `locales/<lng>/answers.json`, their sources in `answer-checks.ts`. */
export const SHORT_ANSWERS = {
  statusCertificate: {
    subjectIds: ['contributionStatus'],
    alsoUnder: ['contributionPayment', 'debtsAndInstalments'],
  },
  careerStatement: { subjectIds: ['contributionRecord', 'oldAgePension'], alsoUnder: ['earlyRetirement'] },
  contactsProof: { subjectIds: ['nissAndPersonalData'], alsoUnder: ['accessAndCodes'] },
  askForNiss: { subjectIds: ['nissAndPersonalData'], costsARight: true },
  password: { subjectIds: ['accessAndCodes'] },
  signInCode: { subjectIds: ['accessAndCodes'] },
  iban: { subjectIds: ['ibanChange', 'benefitNotReceived'], alsoUnder: PAID_MONTH_BY_MONTH },
  paymentDays: { subjectIds: ['benefitNotReceived'], alsoUnder: PAID_MONTH_BY_MONTH },
  sickness: { subjectIds: ['sicknessBenefit', 'temporaryIncapacity'], costsARight: true },
  unemploymentClaim: { subjectIds: ['unemploymentBenefit', 'socialUnemploymentBenefit'], costsARight: true },
  quarterly: { subjectIds: ['quarterlyStatement', 'selfEmployed'] },
  selfEmployedRate: { subjectIds: ['selfEmployed'] },
  amountDue: { subjectIds: ['contributionPayment', 'selfEmployed'] },
  instalments: { subjectIds: ['debtsAndInstalments', 'enforcement'] },
  childBenefitClaim: { subjectIds: ['childBenefit'], costsARight: true },
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
  refusingInvalidity: { subjectIds: ['invalidityPension'], costsARight: true },
  whoseIncome: { subjectIds: ['solidaritySupplement'] },
  extraPension: { subjectIds: ['pensionSupplements'] },
  psiClaim: { subjectIds: ['inclusionBenefit'] },
  disabilityAge: { subjectIds: ['disabilityAllowance'], costsARight: true },
  specialEducationProof: { subjectIds: ['specialEducation'], costsARight: true },
  thirdPerson: { subjectIds: ['thirdPersonCare'] },
  secondDegree: { subjectIds: ['dependencySupplement'] },
  assistiveRoute: { subjectIds: ['assistiveProducts'] },
  carerConditions: { subjectIds: ['informalCarer'] },
  continuingCareWay: { subjectIds: ['continuingCare'] },
  prenatalDates: { subjectIds: ['prenatalBenefit'], costsARight: true },
  parentalDates: { subjectIds: ['parentalBenefit'], costsARight: true },
  pregnancyCertificate: { subjectIds: ['pregnancyRisk'], costsARight: true },
  daysForAChild: { subjectIds: ['careForChildOrGrandchild'], costsARight: true },
  adoptionStart: { subjectIds: ['adoption'], costsARight: true },
  guaranteeIsAutomatic: { subjectIds: ['childGuarantee'] },
  maintenanceCourt: { subjectIds: ['maintenanceFund'], costsARight: true },
  hiringAtHome: { subjectIds: ['domesticService'] },
  whoCanJoin: { subjectIds: ['voluntaryInsurance'] },
  layoffPay: { subjectIds: ['layoff'] },
  unpaidWages: { subjectIds: ['wageGuaranteeFund'], costsARight: true },
  postedWorkers: { subjectIds: ['posting'] },
  managersWithoutPay: { subjectIds: ['boardMembers'] },
  workAndBenefit: { subjectIds: ['partialBenefit'], alsoUnder: ['unemploymentBenefit'], costsARight: true },
  selfEmployedWithoutWork: { subjectIds: ['endOfActivity'], costsARight: true },
  allAtOnce: { subjectIds: ['lumpSum'] },
  widowOfSocialPensioner: { subjectIds: ['widowhoodPension'], costsARight: true },
  orphanOfTheUninsured: { subjectIds: ['orphansPension'], costsARight: true },
  paidTooMuch: { subjectIds: ['refunds'] },
  letterToPayBack: { subjectIds: ['overpayments'], costsARight: true },
  rsiContract: { subjectIds: ['socialIncome'] },
  emergencyLine: { subjectIds: ['socialAction'] },
  courtCosts: { subjectIds: ['legalProtection'], costsARight: true },
  findingAPlace: { subjectIds: ['careServices'] },
  actingForAnother: { subjectIds: ['representations'] },
  dataRights: { subjectIds: ['dataProtection'] },
  workedElsewhere: { subjectIds: ['agreements'] },
  portableForms: { subjectIds: ['portableDocuments'] },
  pensionFromAbroad: { subjectIds: ['foreignPensions'], costsARight: true },
  proofOfLife: { subjectIds: ['foreignPensions'], costsARight: true },
  hiringAWorker: { subjectIds: ['registration'] },
  generalRate: { subjectIds: ['ratesAndExemptions'] },
  finedCompany: { subjectIds: ['infringements'], costsARight: true },
  institutionAgreements: { subjectIds: ['cooperationAgreements'] },
  proofOfNoSanctions: { subjectIds: ['noSanctionsStatement'] },
} as const satisfies Record<string, AnswerFacts>;

export type AnswerId = keyof typeof SHORT_ANSWERS;

export const ANSWER_IDS = Object.keys(SHORT_ANSWERS) as AnswerId[];

/** Whether the answer belongs to a subject. */
export function isUnder(id: AnswerId, subjectId: string | null): boolean {
  const { subjectIds, alsoUnder = [] }: AnswerFacts = SHORT_ANSWERS[id];
  return subjectId !== null && (subjectIds.includes(subjectId) || alsoUnder.includes(subjectId));
}

export function mayCostARight(id: AnswerId): boolean {
  const facts: AnswerFacts = SHORT_ANSWERS[id];
  return facts.costsARight === true;
}

interface SearchableAnswer<Id> {
  id: Id;
  /** The words that it may be found by: title, sentences, everyday words of its subjects. */
  words: string;
}

/** Returns the answers in which each word of the query begins some word; for a query without words, all. */
export function searchAnswers<Id>(answers: readonly SearchableAnswer<Id>[], query: string): Id[] {
  const wanted = queryWords(query);
  const found = answers.filter(({ words }) => {
    const held = ` ${foldWords(words)}`;
    return wanted.every((word) => held.includes(` ${word}`));
  });
  return found.map(({ id }) => id);
}
