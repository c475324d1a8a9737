import { cleanup, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderTopicPicker } from '../../../testing/render-topic-picker.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { keepProfile } from '../../db/core/metadata.ts';
import { useNotices } from '../../state/notices.ts';
import { topicErrorTarget } from './topic-questions.tsx';

const WORK = { id: 'work', label: 'Trabalho' };
const OTHER_REASON = { id: 'otherReason', label: 'Outro motivo' };
const GONE = { id: 'gone', label: 'Tema antigo' };

function renderPicker(db: CitizenDatabase = openMemoryDatabase(), error?: string) {
  return renderTopicPicker(db, {}, error);
}

it('asks the next question when the one before is answered, and saves every answer with its words', async () => {
  const { screen, user, savedTopic } = await renderPicker();
  expect(screen.queryByLabelText('Assunto')).toBeNull();
  await user.selectOptions(screen.getByLabelText('Evento de vida'), 'Pagamentos');
  expect(savedTopic()).toMatchObject({ status: 'begun' });
  await user.selectOptions(screen.getByLabelText('Assunto'), 'Pagamento de Contribuições');
  await user.selectOptions(screen.getByLabelText('Motivo'), 'Esclarecer dúvidas sobre a minha situação');
  expect(savedTopic()).toMatchObject({
    status: 'known',
    lifeEvent: { id: 'payments', label: 'Pagamentos' },
    subject: { label: 'Pagamento de Contribuições' },
  });
  expect(
    screen.getByText('Pagamentos › Pagamento de Contribuições › Esclarecer dúvidas sobre a minha situação'),
  ).toBeVisible();
});

it('finds a subject by everyday words and the keyboard alone, and closes to one line that says it', async () => {
  const { screen, user } = await renderPicker();
  await user.type(screen.getByLabelText('Procurar tema'), 'RECIBOS verdes');
  expect(await screen.findByText(/^Encontrámos \d+ temas?$/)).toBeVisible();
  await user.keyboard('{ArrowDown}');
  const first = screen.getByRole('button', { name: 'Trabalhador independente (Trabalho)' });
  expect(first).toHaveFocus();
  await user.keyboard('{Enter}');
  const change = await screen.findByRole('button', { name: 'Alterar' });
  await waitFor(() => expect(change).toHaveFocus());
  expect(change).toHaveAccessibleDescription(
    'Tema escolhido Trabalho › Trabalhador independente › Esclarecer dúvidas sobre a minha situação',
  );
  expect(screen.queryByLabelText('Procurar tema')).toBeNull();
  expect(screen.queryByLabelText('Motivo')).toBeNull();
});

it('says when nothing is found', async () => {
  const { screen, user } = await renderPicker();
  await user.type(screen.getByLabelText('Procurar tema'), 'xyzxyz');
  expect(await screen.findByText(/Não encontrámos nenhum tema/)).toBeVisible();
});

it('empties only what no longer fits, and brings it back', async () => {
  const { screen, user } = await renderPicker();
  await user.selectOptions(screen.getByLabelText('Evento de vida'), 'Doença');
  await user.selectOptions(screen.getByLabelText('Assunto'), 'Subsídio de doença');
  await user.selectOptions(screen.getByLabelText('Motivo'), 'Outro motivo');
  await user.click(screen.getByRole('button', { name: 'Alterar' }));
  await user.selectOptions(screen.getByLabelText('Evento de vida'), 'Família');
  expect(screen.getByLabelText('Assunto')).toHaveValue('');
  await waitFor(() => expect(useNotices.getState().notice?.text).toContain('«Assunto»'));

  useNotices.getState().notice?.undo?.run();
  await waitFor(() => expect(screen.getByLabelText('Assunto')).toHaveDisplayValue('Subsídio de doença'));
  expect(screen.getByLabelText('Motivo')).toHaveDisplayValue('Outro motivo');
});

it('takes *Não sei qual é o tema* for an answer that can be changed', async () => {
  const { screen, user, savedTopic } = await renderPicker();
  await user.click(screen.getByRole('button', { name: 'Não sei qual é o tema' }));
  expect(await screen.findByText('Não sei qual é o tema')).toBeVisible();
  expect(savedTopic()).toEqual({ status: 'unknown' });
  await waitFor(() => expect(screen.getByRole('button', { name: 'Alterar' })).toHaveFocus());
  await user.click(screen.getByRole('button', { name: 'Alterar' }));
  expect(screen.getByLabelText('Evento de vida')).toBeVisible();
});

it('lets who knew no topic go on to the questions with Tab', async () => {
  const { screen, user } = await renderPicker();
  await user.click(screen.getByRole('button', { name: 'Não sei qual é o tema' }));
  await user.click(await screen.findByRole('button', { name: 'Alterar' }));
  screen.getByRole('button', { name: 'Não sei qual é o tema' }).focus();
  await user.tab();
  expect(screen.getByLabelText('Evento de vida')).toHaveFocus();
});

it('keeps *Estrangeiro* behind a button', async () => {
  const { screen, user } = await renderPicker();
  expect(screen.queryByRole('option', { name: 'Estrangeiro' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Mostrar mais eventos de vida' }));
  expect(screen.getByRole('option', { name: 'Estrangeiro' })).toBeInTheDocument();
  expect(screen.getByLabelText('Evento de vida')).toHaveFocus();
});

it('shows an organisation its own four life events', async () => {
  const db = openMemoryDatabase();
  const citizen = { id: 'c', name: 'Padaria', maskedNiss: '…001', holder: 'organisation' } as const;
  await keepProfile(db, { citizen, representations: [], contact: { channel: 'email', masked: 'p***' } });
  const { screen } = await renderPicker(db);
  await waitFor(() => expect(screen.queryByRole('option', { name: 'Família' })).toBeNull());
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    'Escolha uma opção',
    'Trabalho',
    'Pagamentos',
    'Apoio social e acesso',
    'Empresas e instituições',
  ]);
});

it('says the error at the first question without an answer', async () => {
  const sentence = 'Escolha o tema do pedido ou «Não sei qual é o tema»';
  const { screen, user } = await renderPicker(openMemoryDatabase(), sentence);
  expect(screen.getByLabelText('Evento de vida')).toHaveAccessibleDescription(sentence);
  await user.selectOptions(screen.getByLabelText('Evento de vida'), 'Família');
  expect(screen.getByLabelText('Assunto')).toHaveAccessibleDescription(sentence);
});

it('keeps the name of a subject that the tree has no longer, also where the reason is chosen anew', async () => {
  const topic = {
    status: 'known',
    version: '2020',
    lifeEvent: WORK,
    subject: GONE,
    reason: OTHER_REASON,
  } as const;
  const { screen, user, savedTopic } = await renderTopicPicker(openMemoryDatabase(), { topic });
  expect(screen.getByText('Trabalho › Tema antigo › Outro motivo')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Alterar' }));
  expect(screen.getByLabelText('Assunto')).toHaveDisplayValue('Tema antigo');
  await user.selectOptions(screen.getByLabelText('Motivo'), 'Esclarecer dúvidas sobre a minha situação');
  expect(savedTopic()).toMatchObject({ subject: GONE, reason: { id: 'clarifyMySituation' } });
});

it('keeps the name of a reason that the tree has no longer, also where an undo brings it back later', async () => {
  const topic = { status: 'begun', version: '2020', lifeEvent: WORK, subject: null, reason: GONE } as const;
  const { screen, user, savedTopic } = await renderTopicPicker(openMemoryDatabase(), { topic });
  await user.selectOptions(screen.getByLabelText('Assunto'), 'Trabalhador independente');
  expect(savedTopic()).toMatchObject({ status: 'known', reason: GONE });
  await user.click(screen.getByRole('button', { name: 'Alterar' }));
  await user.click(screen.getByRole('button', { name: 'Não sei qual é o tema' }));
  const unknown = savedTopic();
  expect(unknown).toEqual({ status: 'unknown' });
  cleanup();
  const again = await renderTopicPicker(openMemoryDatabase(), { topic: unknown });
  useNotices.getState().notice?.undo?.run();
  await waitFor(() => expect(again.savedTopic()).toMatchObject({ status: 'known', reason: GONE }));
  expect(await again.screen.findByText('Trabalho › Trabalhador independente › Tema antigo')).toBeVisible();
});

it('asks for the life event anew, and leads there, where the tree has it no longer', async () => {
  const topic = { status: 'begun', version: '2020', lifeEvent: GONE, subject: GONE, reason: null } as const;
  const sentence = 'Escolha o tema do pedido ou «Não sei qual é o tema»';
  const { screen } = await renderTopicPicker(openMemoryDatabase(), { topic }, sentence);
  expect(screen.getByLabelText('Evento de vida')).toHaveAccessibleDescription(sentence);
  expect(screen.getAllByText(sentence)).toHaveLength(1);
  expect(document.getElementById(topicErrorTarget(topic))).toBe(screen.getByLabelText('Evento de vida'));
});
