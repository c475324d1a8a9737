import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NETWORK_FAULTS } from '../testing/faulty-network.ts';
import { createSyncWorld, type Step } from '../testing/sync-world.ts';

const SLOTS = 2;
/** `npm run test:soak` asks for many more. */
const SCHEDULES = Number(process.env.SCHEDULES ?? 1_000);
const MS_PER_SCHEDULE = 2_000;

const slot = fc.nat(SLOTS - 1);
/** Of many sorts of letters, and never the same twice. */
const text = fc
  .tuple(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.uuid())
  .map(([words, unique]) => `${words} ${unique}`);
const faults = fc.oneof(
  fc.array(fc.constantFrom(...NETWORK_FAULTS), { maxLength: 8 }),
  // A network that stays bad in one way for a while reaches what a mixed one hardly does.
  fc.constantFrom(...NETWORK_FAULTS).map((fault) => Array.from({ length: 8 }, () => fault)),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('write' as const), slot, text }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('attach' as const),
      slot,
      size: fc.integer({ min: 10, max: 3_000 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('submit' as const), slot }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('takeBack' as const), slot }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('rounds' as const),
      tabs: fc.array(faults, { minLength: 1, maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('signIn' as const),
      niss: fc.constantFrom('10000000000', '11000000007'),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'signOut' as const }) },
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
);

const followUp: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('writeReply' as const), purpose, text }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('attachToReply' as const),
      purpose,
      size: fc.integer({ min: 10, max: 3_000 }),
    }),
  },
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

/** Rare by chance, and told by people who use other services: the answer is lost, and the citizen thinks better of it. */
const changeOfMind: fc.Arbitrary<Step[]> = fc.tuple(slot, text, text).map(([at, first, second]) => [
  { do: 'write', slot: at, text: first },
  { do: 'submit', slot: at },
  { do: 'rounds', tabs: [Array.from({ length: 8 }, () => 'lostAnswer' as const)] },
  { do: 'takeBack', slot: at },
  { do: 'write', slot: at, text: second },
]);

/** The same of a reply, and of the clerk who moves on while the answer to it is lost. */
const secondThoughts: fc.Arbitrary<Step[]> = fc.tuple(purpose, text, text).map(([of, first, second]) => [
  { do: 'clerk', action: of === 'reply' ? 'ask' : of === 'followUp' ? 'answer' : 'review' },
  { do: 'writeReply', purpose: of, text: first },
  { do: 'submitReply', purpose: of },
  { do: 'rounds', tabs: [Array.from({ length: 8 }, () => 'lostAnswer' as const)] },
  { do: 'takeBackReply', purpose: of },
  { do: 'writeReply', purpose: of, text: second },
]);

/** Two in a row, of which the server is not ready for the first. */
const inARow: fc.Arbitrary<Step[]> = fc.tuple(text, text).map(([first, second]) => [
  { do: 'clerk', action: 'review' },
  { do: 'writeReply', purpose: 'addition', text: first },
  { do: 'submitReply', purpose: 'addition' },
  { do: 'writeReply', purpose: 'addition', text: second },
  { do: 'submitReply', purpose: 'addition' },
  { do: 'rounds', tabs: [['error503']] },
]);

const schedule = fc
  .array(
    fc.oneof(
      { weight: 10, arbitrary: step.map((one) => [one]) },
      { weight: 10, arbitrary: followUp.map((one) => [one]) },
      { weight: 1, arbitrary: changeOfMind },
      { weight: 1, arbitrary: secondThoughts },
      { weight: 1, arbitrary: inARow },
    ),
    {
      minLength: 3,
      maxLength: 30,
    },
  )
  .map((parts) => parts.flat());

test(
  'whatever the tabs, the clock, the session and the network do: nothing lost, nothing sent twice, nothing under another’s name',
  async () => {
    await fc.assert(
      fc.asyncProperty(schedule, async (steps) => {
        const world = await createSyncWorld(SLOTS);
        for (const one of steps) await world.take(one);
        await world.heal();
        expect(await world.findBroken()).toEqual([]);
      }),
      { numRuns: SCHEDULES },
    );
  },
  SCHEDULES * MS_PER_SCHEDULE,
);
