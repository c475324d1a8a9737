import { expect, it, vi } from 'vitest';
import type { RequestKind } from '../../../domain/request-kind.ts';
import type { TopicChoice } from '../../../domain/topics/topic.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { TopicAnswers } from './topic-answers.tsx';

const IBAN: TopicChoice = {
  status: 'partial',
  lifeEventId: 'payments',
  subjectId: 'ibanChange',
  reasonId: null,
};

async function renderAnswers(topic: TopicChoice, kind: RequestKind) {
  const onAnswered = vi.fn();
  const answers = <TopicAnswers topic={topic} kind={kind} onAnswered={onAnswered} />;
  return { onAnswered, ...(await renderFeature(answers)) };
}

it('shows what is known under the topic, with its date, its source and its hard words explained', async () => {
  const { screen } = await renderAnswers(IBAN, 'information');
  const answer = screen.getByRole('article', { name: 'Mudar o IBAN' });
  expect(answer).toHaveTextContent(
    /Verificado a 28 de novembro de 2026\. Fonte: seg-social\.pt, comunicado de /,
  );
  expect(screen.getByRole('link', { name: 'Segurança Social Direta' })).toHaveAttribute(
    'href',
    '/glossario#ssd',
  );
});

it('ends there when the question is answered', async () => {
  const { screen, user, onAnswered } = await renderAnswers(IBAN, 'information');
  await user.click(screen.getByRole('button', { name: 'Isto respondeu à minha dúvida' }));
  expect(onAnswered).toHaveBeenCalledOnce();
});

it('has no second «Continuar», and says that going on is possible', async () => {
  const { screen } = await renderAnswers(IBAN, 'information');
  expect(screen.getAllByRole('button')).toHaveLength(1);
  expect(screen.getByText(/Se ainda precisar do pedido, continue/)).toBeVisible();
});

it('says beside the button that it deletes the draft', async () => {
  const { screen } = await renderAnswers(IBAN, 'information');
  expect(screen.getByRole('button')).toHaveAccessibleDescription(/^O botão elimina o rascunho/);
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
    const { screen } = await renderAnswers({ ...IBAN, subjectId }, 'information');
    expect(screen.getAllByRole('article').length).toBeGreaterThan(0);
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/Um pedido no e-Clic não faz parar nenhum prazo/)).toBeVisible();
    expect(screen.getByText(/^Se ainda precisar do pedido, continue/)).toBeVisible();
    expect(screen.queryByText(/não precisa de fazer o pedido/)).toBeNull();
  },
);

it('has none either where a document to be had at once stands beside such an answer', async () => {
  const { screen } = await renderAnswers({ ...IBAN, subjectId: 'overpayments' }, 'documents');
  expect(screen.getAllByRole('article').length).toBeGreaterThan(1);
  expect(screen.queryByRole('button')).toBeNull();
});

it.each([
  ['a complaint', IBAN, 'complaint'],
  ['an unknown topic', { status: 'unknown' }, 'information'],
] as const)('shows nothing for %s', async (_name, topic, kind) => {
  const { screen } = await renderAnswers(topic, kind);
  expect(screen.queryByRole('heading')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});
