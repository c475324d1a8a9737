import { expect, it } from 'vitest';
import type { Topic } from '../../contract/types.ts';
import { inLabels } from './reader-topic.ts';
import { pathAsWritten, topicPath } from './written-topic.ts';

const LABELS = {
  lifeEvent: { payments: 'Payments' },
  subject: { refunds: 'Refunds' },
  reason: { requestProgress: 'Find out how my request is going' },
};

type KnownTopic = Extract<Topic, { status: 'known' }>;

const WRITTEN: KnownTopic = {
  status: 'known',
  version: '1',
  lifeEvent: { id: 'payments', label: 'Pagamentos' },
  subject: { id: 'refunds', label: 'Restituições' },
  reason: { id: 'requestProgress', label: 'Saber em que ponto está um pedido' },
};

it('a topic is read in the reader’s labels, and its own path is told where it says other words', () => {
  expect(topicPath(inLabels(WRITTEN, LABELS))).toBe('Payments › Refunds › Find out how my request is going');
  expect(pathAsWritten(WRITTEN, LABELS)).toBe(
    'Pagamentos › Restituições › Saber em que ponto está um pedido',
  );
  expect(pathAsWritten(inLabels(WRITTEN, LABELS), LABELS)).toBeNull();
});

it.each(['gone', 'constructor'])(
  'an id that the tree has not, such as %s, keeps the label it was written with',
  (id) => {
    const topic: KnownTopic = { ...WRITTEN, subject: { id, label: 'Um assunto antigo' } };
    expect(inLabels(topic, LABELS).subject).toEqual({ id, label: 'Um assunto antigo' });
  },
);

it('a topic keeps its labels until the reader’s have come', () => {
  expect(inLabels(WRITTEN, undefined)).toEqual(WRITTEN);
  expect(pathAsWritten(WRITTEN, undefined)).toBeNull();
});

it('a topic that is not known, or only begun, has nothing to say in any language', () => {
  expect(inLabels({ status: 'unknown' }, LABELS)).toEqual({ status: 'unknown' });
  expect(inLabels(null, LABELS)).toBeNull();
  const begun = { ...WRITTEN, status: 'begun', subject: null, reason: null } as const;
  expect(inLabels(begun, LABELS)).toMatchObject({ lifeEvent: { label: 'Payments' }, subject: null });
});
