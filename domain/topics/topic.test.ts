import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUNDLED_TOPICS as tree } from './bundled-topics.ts';
import {
  chooseLifeEvent,
  chooseReason,
  chooseSubject,
  isComplete,
  type TopicChoice,
  visibleLifeEvents,
} from './topic.ts';

const PAYMENT: TopicChoice = {
  status: 'complete',
  lifeEventId: 'payments',
  subjectId: 'contributionPayment',
  reasonId: 'clarifyMySituation',
};

describe('choosing a topic', () => {
  it('is complete after a life event, a subject and a reason', () => {
    let topic = chooseLifeEvent(null, 'payments', tree);
    expect(topic).toEqual({ status: 'partial', lifeEventId: 'payments', subjectId: null, reasonId: null });
    topic = chooseSubject(topic, 'contributionPayment', tree);
    expect(isComplete(topic)).toBe(false);
    topic = chooseReason(topic, 'clarifyMySituation', tree);
    expect(topic).toEqual(PAYMENT);
    expect(isComplete(topic)).toBe(true);
  });

  it('keeps the reason and empties the subject when the life event changes', () => {
    expect(chooseLifeEvent(PAYMENT, 'work', tree)).toEqual({
      status: 'partial',
      lifeEventId: 'work',
      subjectId: null,
      reasonId: 'clarifyMySituation',
    });
  });

  it('changes nothing when the same life event is chosen again', () => {
    expect(chooseLifeEvent(PAYMENT, 'payments', tree)).toEqual(PAYMENT);
  });

  it('takes the life event of a subject found by search, and keeps the reason', () => {
    expect(chooseSubject(PAYMENT, 'selfEmployed', tree)).toEqual({
      ...PAYMENT,
      lifeEventId: 'work',
      subjectId: 'selfEmployed',
    });
  });

  it('leaves «Não sei qual é o tema» for a choice, and is valid with it', () => {
    expect(isComplete({ status: 'unknown' })).toBe(true);
    expect(chooseLifeEvent({ status: 'unknown' }, 'death', tree)).toMatchObject({ lifeEventId: 'death' });
    expect(isComplete(null)).toBe(false);
  });

  it('ignores what the tree does not hold, and a reason without a life event', () => {
    expect(chooseLifeEvent(PAYMENT, 'weather', tree)).toEqual(PAYMENT);
    expect(chooseSubject(PAYMENT, 'weather', tree)).toEqual(PAYMENT);
    expect(chooseReason(PAYMENT, 'weather', tree)).toEqual(PAYMENT);
    expect(chooseReason(null, 'otherReason', tree)).toBeNull();
  });

  it('never ends in a subject of another life event, whatever is pressed in whatever order', () => {
    const press = fc.oneof(
      fc.constantFrom(...tree.lifeEvents).map(
        ({ id }) =>
          (topic: TopicChoice | null) =>
            chooseLifeEvent(topic, id, tree),
      ),
      fc.constantFrom(...tree.lifeEvents.flatMap(({ subjects }) => subjects)).map(
        ({ id }) =>
          (topic: TopicChoice | null) =>
            chooseSubject(topic, id, tree),
      ),
      fc.constantFrom(...tree.reasons).map(
        ({ id }) =>
          (topic: TopicChoice | null) =>
            chooseReason(topic, id, tree),
      ),
    );
    fc.assert(
      fc.property(fc.array(press, { maxLength: 8 }), (presses) => {
        const topic = presses.reduce<TopicChoice | null>((before, choose) => choose(before), null);
        if (topic === null || topic.status === 'unknown') return;
        const subjects = tree.lifeEvents
          .find(({ id }) => id === topic.lifeEventId)
          ?.subjects.map(({ id }) => id);
        if (topic.subjectId !== null) expect(subjects).toContain(topic.subjectId);
        expect(topic.status === 'complete').toBe(topic.subjectId !== null && topic.reasonId !== null);
      }),
    );
  });
});

describe('visibleLifeEvents', () => {
  it('shows a person nine, and Estrangeiro on demand', () => {
    const { first, more } = visibleLifeEvents(tree, 'person');
    expect(first).toHaveLength(9);
    expect(first).not.toContain('companiesAndInstitutions');
    expect(more).toEqual(['abroad']);
  });

  it('shows an organisation its four', () => {
    expect(visibleLifeEvents(tree, 'organisation')).toEqual({
      first: ['work', 'payments', 'socialSupportAndAccess', 'companiesAndInstitutions'],
      more: [],
    });
  });
});
