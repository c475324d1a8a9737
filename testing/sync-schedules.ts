import fc from 'fast-check';
import { REQUEST_KINDS } from '../contract/request-words.ts';
import topics from '../contract/topics.json' with { type: 'json' };
import { BAKERY_ID } from '../domain/simulator.ts';
import { forEachField, type Words } from '../domain/written/words.ts';
import { writtenTopic } from '../mocks/topic-labels.ts';
import { type Choice, type DraftStep, NO_REQUEST_ID, STRANGER } from './draft-world.ts';
import { NETWORK_FAULTS } from './faulty-network.ts';
import { FOLLOWED_REQUEST_ID } from './follow-up-world.ts';
import { JOAO_NISS, MARIA_NISS } from './pretend-account.ts';
import type { Step } from './sync-world.ts';

export const SLOTS = 2;

const slot = fc.nat(SLOTS - 1);
/** Texts of many sorts of letters, none of which comes twice. */
const text = fc
  .tuple(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.uuid())
  .map(([words, unique]) => `${words} ${unique}`);
const size = fc.integer({ min: 10, max: 3_000 });
const faults = fc.oneof(
  fc.array(fc.constantFrom(...NETWORK_FAULTS), { maxLength: 8 }),
  // A network that stays bad in one way for a while reaches what a mixed one hardly does.
  fc.constantFrom(...NETWORK_FAULTS).map((fault) => Array.from({ length: 8 }, () => fault)),
);
const LOST = Array.from({ length: 8 }, () => 'lostAnswer' as const);

const typed = fc.oneof({ weight: 3, arbitrary: text }, { weight: 1, arbitrary: fc.constant('') });
/** Any combination of fields. A field that is not among them stays as it was. */
const words: fc.Arbitrary<Partial<Words>> = fc.record(
  forEachField(() => typed),
  { requiredKeys: [] },
);
const [lifeEvent] = topics.lifeEvents;
const [reason] = topics.reasons;
const knownTopic = writtenTopic([lifeEvent?.id ?? '', lifeEvent?.subjects[0]?.id ?? '', reason?.id ?? '']);
const choice: fc.Arbitrary<Choice> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...REQUEST_KINDS).map((kind) => ({ kind })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Choice>({ topic: knownTopic }, { topic: { status: 'unknown' } }),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(null, { id: BAKERY_ID, name: 'Padaria Exemplo, Lda.' }, STRANGER)
      .map((onBehalfOf) => ({ onBehalfOf })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(null, FOLLOWED_REQUEST_ID, NO_REQUEST_ID)
      .map((aboutRequestId) => ({ aboutRequestId })),
  },
);

const write = fc.record({ do: fc.constant('write' as const), slot, text });
const complain = fc.record({ do: fc.constant('complain' as const), slot, words });
const choose = fc.record({ do: fc.constant('choose' as const), slot, choice });
const typeLast = fc.record({ do: fc.constant('typeLast' as const), slot, words });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: write },
  { weight: 4, arbitrary: complain },
  { weight: 2, arbitrary: choose },
  { weight: 3, arbitrary: typeLast },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('open' as const), slot }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('attach' as const), slot, size }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('submit' as const), slot }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('takeBack' as const), slot }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('rounds' as const),
      tabs: fc.array(faults, { minLength: 0, maxLength: 3 }),
      worker: fc.oneof({ weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: faults }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('signIn' as const),
      niss: fc.constantFrom(JOAO_NISS, MARIA_NISS),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'signOut' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('sessionEnds' as const), isKnown: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      // The device's clock may also be set back.
      ms: fc.constantFrom(500, 5_000, 20_000, 3_600_000, -86_400_000),
    }),
  },
);

const purpose = fc.constantFrom(
  'addition' as const,
  'addition' as const,
  'reply' as const,
  'followUp' as const,
  'correction' as const,
);

const followUp: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('writeReply' as const), purpose, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('typeReplyLast' as const), purpose, text }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('attachToReply' as const), purpose, size }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('submitReply' as const), purpose }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('takeBackReply' as const), purpose }) },
  { weight: 1, arbitrary: fc.constant({ do: 'withdraw' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'keep' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('rate' as const),
      rating: fc.record({ helpful: fc.boolean(), comment: text }),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'read' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('clerk' as const),
      action: fc.constantFrom(
        'review' as const,
        'ask' as const,
        'answer' as const,
        'forward' as const,
        'close' as const,
      ),
    }),
  },
);

const complainFully = fc
  .tuple(complain, text)
  .map(([one, description]) => ({ ...one, words: { ...one.words, description } }));
const first: fc.Arbitrary<DraftStep> = fc.oneof(write, complainFully);
const second: fc.Arbitrary<DraftStep> = fc.oneof(write, complain, choose, typeLast);

/** The answer is lost, and the citizen takes the request back and changes it. Random steps seldom do so, and people who use other services tell of it. */
const changeOfMind: fc.Arbitrary<Step[]> = fc.tuple(slot, first, second).map(([at, before, after]) => [
  { ...before, slot: at },
  { do: 'submit', slot: at },
  { do: 'rounds', tabs: [LOST], worker: null },
  { do: 'takeBack', slot: at },
  { ...after, slot: at },
]);

/** The same with a reply, while the clerk acts and the answer is lost. */
const secondThoughts: fc.Arbitrary<Step[]> = fc
  .tuple(purpose, text, text, fc.boolean())
  .map(([of, before, after, isLast]) => [
    { do: 'clerk', action: of === 'reply' ? 'ask' : of === 'followUp' ? 'answer' : 'review' },
    { do: 'writeReply', purpose: of, text: before },
    { do: 'submitReply', purpose: of },
    { do: 'rounds', tabs: [LOST], worker: null },
    { do: 'takeBackReply', purpose: of },
    { do: isLast ? 'typeReplyLast' : 'writeReply', purpose: of, text: after },
  ]);

/** Two additions in a row; the server is not ready for the first one. */
const inARow: fc.Arbitrary<Step[]> = fc.tuple(text, text).map(([before, after]) => [
  { do: 'clerk', action: 'review' },
  { do: 'writeReply', purpose: 'addition', text: before },
  { do: 'submitReply', purpose: 'addition' },
  { do: 'writeReply', purpose: 'addition', text: after },
  { do: 'submitReply', purpose: 'addition' },
  { do: 'rounds', tabs: [['error503']], worker: null },
]);

/** What a citizen, their tabs, their clock, the network and the clerk may do in any order. */
export const schedule: fc.Arbitrary<Step[]> = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: step.map((one) => [one]) },
      { weight: 10, arbitrary: followUp.map((one) => [one]) },
      { weight: 1, arbitrary: changeOfMind },
      { weight: 1, arbitrary: secondThoughts },
      { weight: 1, arbitrary: inARow },
    ),
    { minLength: 3, maxLength: 30 },
  )
  .map((parts) => parts.flat());
