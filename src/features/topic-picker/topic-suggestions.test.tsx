import { cleanup, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { EVERY_OBJECTS_NAMES } from '../../../contract/conformance/every-objects-names.ts';
import type { DraftTopic } from '../../../contract/types.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderTopicPicker } from '../../../testing/render-topic-picker.tsx';

async function renderPicker(description: string, topic: DraftTopic = null) {
  const rendered = await renderTopicPicker(openMemoryDatabase(), { description, topic });
  const suggestions = () => rendered.screen.queryByRole('region', { name: 'Sugestões' });
  return { ...rendered, suggestions };
}

it('offers at most three topics that the description speaks of, then «Não sei qual é o tema», and takes one by a press', async () => {
  const { screen, user, suggestions, savedTopic } = await renderPicker(
    'o meu abono de familia está em atraso',
  );
  const region = suggestions();
  if (!region) throw new Error('No suggestions');
  const buttons = within(region).getAllByRole('button');
  expect(buttons.length).toBeLessThanOrEqual(4);
  expect(buttons.at(-1)).toHaveAccessibleName('Não sei qual é o tema');
  await user.click(
    within(region).getByRole('button', { name: /^Abono de família para crianças e jovens Família/ }),
  );
  await waitFor(() => expect(screen.getByRole('button', { name: 'Alterar' })).toHaveFocus());
  expect(savedTopic()).toMatchObject({ subject: { id: 'childBenefit' } });
});

it('begins each suggestion with its subject, by which people tell it from the others', async () => {
  const { suggestions } = await renderPicker('o meu abono de familia está em atraso, e a pensão de velhice');
  const region = suggestions();
  if (!region) throw new Error('No suggestions');
  const buttons = within(region).getAllByRole('button').slice(0, -1);
  const firstLines = buttons.map((button) => button.firstChild?.textContent);
  expect(firstLines.length).toBeGreaterThan(1);
  expect(new Set(firstLines).size).toBe(firstLines.length);
});

it('takes the reason along where the words leave no doubt', async () => {
  const { screen, user, savedTopic } = await renderPicker('Mudei de banco e quero dar o novo IBAN');
  const name = 'Alteração de IBAN Pagamentos · Comunicar uma alteração';
  await user.click(screen.getByRole('button', { name }));
  expect(screen.getByText('Pagamentos › Alteração de IBAN › Comunicar uma alteração')).toBeVisible();
  expect(savedTopic()).toMatchObject({ status: 'known' });
});

it('keeps the reason that the citizen has chosen', async () => {
  const { screen, user } = await renderPicker('Mudei de banco e quero dar o novo IBAN');
  await user.selectOptions(screen.getByLabelText('Evento de vida'), 'Pagamentos');
  await user.selectOptions(screen.getByLabelText('Assunto'), 'Restituições');
  await user.selectOptions(screen.getByLabelText('Motivo'), 'Outro motivo');
  await user.click(screen.getByRole('button', { name: 'Alterar' }));
  await user.click(screen.getByRole('button', { name: 'Alteração de IBAN Pagamentos · Outro motivo' }));
  expect(screen.getByText('Pagamentos › Alteração de IBAN › Outro motivo')).toBeVisible();
});

it('takes the reason that is usual for the kind of request where the words leave it open', async () => {
  const { screen, user, savedTopic } = await renderPicker('o meu abono de família');
  await user.click(
    screen.getByRole('button', {
      name: /^Abono de família para .* Família · Esclarecer dúvidas sobre a minha situação$/,
    }),
  );
  expect(savedTopic()).toMatchObject({ reason: { id: 'clarifyMySituation' } });
});

it('makes way while something is searched for, so that no topic is offered twice', async () => {
  const { screen, user, suggestions } = await renderPicker('Mudei de banco e quero dar o novo IBAN');
  expect(suggestions()).toBeVisible();
  await user.type(screen.getByLabelText('Procurar tema'), 'iban');
  await waitFor(() => expect(suggestions()).toBeNull());
  expect(screen.getAllByRole('button', { name: /Alteração de IBAN/ })).toHaveLength(1);
  await user.clear(screen.getByLabelText('Procurar tema'));
  await waitFor(() => expect(suggestions()).toBeVisible());
});

it('offers nothing for a description that speaks of no topic', async () => {
  const { screen, suggestions } = await renderPicker('Olá, boa tarde a todos');
  expect(suggestions()).toBeNull();
  expect(screen.getByRole('button', { name: 'Não sei qual é o tema' })).toBeVisible();
});

it('says the reason of another tree by the name that the topic keeps, whatever it is called', async () => {
  for (const word of EVERY_OBJECTS_NAMES) {
    const named = { id: word, label: word };
    const topic: DraftTopic = {
      status: 'begun',
      version: '1',
      lifeEvent: named,
      subject: null,
      reason: named,
    };
    const { screen } = await renderPicker('Mudei de banco e quero dar o novo IBAN', topic);
    expect(screen.getByRole('button', { name: `Alteração de IBAN Pagamentos · ${word}` })).toBeVisible();
    cleanup();
  }
});
