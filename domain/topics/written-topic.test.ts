import { expect, it } from 'vitest';
import type { DraftTopic } from '../../contract/types.ts';
import { BUNDLED_TOPICS as tree } from './bundled-topics.ts';
import { chooseLifeEvent, chooseReason, chooseSubject, type TopicChoice } from './topic.ts';
import { readTopic, writeTopic } from './written-topic.ts';

const labels = {
  lifeEvent: { payments: 'Pagamentos' },
  subject: { contributionPayment: 'Pagamento de Contribuições' },
  reason: { clarifyMySituation: 'Esclarecer dúvidas sobre a minha situação' },
  words: {},
};

const begun = chooseLifeEvent(null, 'payments', tree);
const complete = chooseReason(chooseSubject(begun, 'contributionPayment', tree), 'clarifyMySituation', tree);

function write(choice: TopicChoice | null): DraftTopic {
  return choice && writeTopic(choice, tree, labels);
}

it('a complete topic keeps its labels and the version of the tree', () => {
  expect(write(complete)).toEqual({
    status: 'known',
    version: tree.version,
    lifeEvent: { id: 'payments', label: 'Pagamentos' },
    subject: { id: 'contributionPayment', label: 'Pagamento de Contribuições' },
    reason: { id: 'clarifyMySituation', label: 'Esclarecer dúvidas sobre a minha situação' },
  });
});

it.each([
  ['none', null],
  ['unknown', { status: 'unknown' }],
  ['begun', begun],
  ['complete', complete],
] as const)('a topic that is %s reads as it was written', (_status, choice) => {
  expect(readTopic(write(choice))).toEqual(choice);
});
