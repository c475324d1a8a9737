import i18next from 'i18next';
import { expect, it, vi } from 'vitest';
import type { RequestKind } from '../../../contract/types.ts';
import { BUNDLED_TOPICS } from '../../../domain/topics/bundled-topics.ts';
import { buildTopicIndex } from '../../../domain/topics/search-topics.ts';
import type { TopicChoice } from '../../../domain/topics/topic.ts';
import { renderFeature, startTestI18n } from '../../../testing/render-feature.tsx';
import { TopicAnswers } from './topic-answers.tsx';

const IBAN: TopicChoice = {
  status: 'partial',
  lifeEventId: 'payments',
  subjectId: 'ibanChange',
  reasonId: null,
};

const WORDS: Record<string, string> = {
  ibanChange: 'Mudei de banco, este é o novo IBAN',
  overpayments: 'Recebi uma carta para devolver dinheiro',
  foreignPensions: 'Onde faço a prova de vida?',
  unemploymentBenefit: 'Até quando peço o subsídio?',
  socialUnemploymentBenefit: 'Acabou o subsídio de desemprego',
  deathGrant: 'Até quando se pede?',
  funeralReimbursement: 'Fui eu que paguei o funeral',
  nissAndPersonalData: 'Como posso pedir o NISS?',
  childBenefit: 'O que é a prova escolar?',
  orphansPension: 'Até quando se pede a pensão?',
  incapacityAssessment: 'Não posso ir nesse dia',
};

async function renderAnswers(subjectId: string, kind: RequestKind, description = WORDS[subjectId] ?? '') {
  const onAnswered = vi.fn();
  const topic = { ...IBAN, subjectId };
  await startTestI18n();
  const subjects = buildTopicIndex(BUNDLED_TOPICS, i18next.getResourceBundle('pt-PT', 'topics'));
  const asked = { description, topic, kind, subjects };
  const answers = <TopicAnswers {...asked} onAnswered={onAnswered} />;
  const rendered = await renderFeature(answers);
  const lines = () => rendered.screen.queryAllByText(/^Talvez isto já responda: /);
  return { onAnswered, lines, ...rendered };
}

it('stands closed in one line, and opens to what is known, with its date, its source and its hard words explained', async () => {
  const { screen, user, lines } = await renderAnswers('ibanChange', 'information');
  const [line] = lines();
  if (!line) throw new Error('No answer');
  expect(line).toHaveTextContent('Talvez isto já responda: Mudar o IBAN');
  expect(line.closest('details')).not.toHaveAttribute('open');
  await user.click(line);
  expect(line.closest('details')).toHaveTextContent(
    /Verificado a 28 de novembro de 2026\. Fonte: seg-social\.pt, comunicado de /,
  );
  expect(screen.getByRole('link', { name: 'Segurança Social Direta' })).toHaveAttribute(
    'href',
    '/glossario#ssd',
  );
});

it('ends there when the question is answered, beside the words that the button deletes the draft', async () => {
  const { screen, user, lines, onAnswered } = await renderAnswers('ibanChange', 'information');
  for (const line of lines()) await user.click(line);
  const button = screen.getByRole('button');
  expect(button).toHaveAccessibleDescription(
    /^O botão elimina o rascunho.*Se ainda precisar do pedido, continue/,
  );
  await user.click(button);
  expect(onAnswered).toHaveBeenCalledOnce();
});

it.each([
  ['a letter that asks for money back', 'overpayments'],
  ['a pension that stops without proof of life', 'foreignPensions'],
  ['the days in which to claim after a job', 'unemploymentBenefit'],
  ['the days in which to claim after a benefit', 'socialUnemploymentBenefit'],
  ['the days in which to claim after a death', 'deathGrant'],
  ['the days in which to claim the cost of a funeral', 'funeralReimbursement'],
  ['what a person from elsewhere needs for a NISS', 'nissAndPersonalData'],
  ['a proof that stops the family allowance', 'childBenefit'],
  ['the months in which to claim for an orphan', 'orphansPension'],
  ['a call to the medical board', 'incapacityAssessment'],
])(
  'has no button that deletes the draft beside %s, and tells that no time stops',
  async (_what, subjectId) => {
    const { screen, user, lines } = await renderAnswers(subjectId, 'information');
    expect(lines().length).toBeGreaterThan(0);
    for (const line of lines()) await user.click(line);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getAllByText(/Um pedido no e-Clic não faz parar nenhum prazo/)[0]).toBeVisible();
    expect(screen.getAllByText(/^Se ainda precisar do pedido, continue/)[0]).toBeVisible();
    expect(screen.queryByText(/não precisa de fazer o pedido/)).toBeNull();
  },
);

it('has none either where another answer stands beside such a one', async () => {
  const both = 'O que é a prova escolar? E o abono deste mês não foi pago';
  const { screen, lines } = await renderAnswers('childBenefit', 'information', both);
  expect(lines()).toHaveLength(2);
  expect(screen.queryByRole('button', { hidden: true })).toBeNull();
});

it.each([
  ['for a complaint', 'ibanChange', 'complaint', undefined],
  ['where the words ask for something else', 'ibanChange', 'information', 'Olá, boa tarde'],
] as const)('is not there %s', async (_name, subjectId, kind, description) => {
  const { lines } = await renderAnswers(subjectId, kind, description);
  expect(lines()).toEqual([]);
});
