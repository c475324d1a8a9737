import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CitizenRequest } from '../../../contract/types.ts';
import { measureDeadline } from '../../../domain/measure-deadline.ts';
import { registeredRequest } from '../../../testing/builders.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { DeadlineLines } from './deadline-lines.tsx';

const ID = '5f0c7d8e-0000-4000-8000-000000000001';

/** Draws the lines for a request of Wednesday 2026-11-25, due on Friday 2026-12-11, on the given day of the server. */
async function renderOn(serverDay: string, changes: Partial<CitizenRequest> = {}) {
  const request = registeredRequest(ID, { state: 'inReview', ...changes });
  const deadline = measureDeadline(request, serverDay, []);
  if (!deadline) throw new Error('Nobody is waited for');
  return (await renderFeature(<DeadlineLines deadline={deadline} />)).screen;
}

function askedOn(day: string): Partial<CitizenRequest> {
  const asked = { state: 'awaitingCitizen', at: `${day}T09:00:00.000Z`, officeName: 'Lisboa' } as const;
  const { history } = registeredRequest(ID);
  return { state: 'awaitingCitizen', deadlinePaused: true, history: [...history, asked] };
}

test.each([
  ['2026-12-02', 4],
  ['2026-12-10', 9],
  ['2026-12-11', 10],
])(
  'on %s it shows how much of the time has passed, and leaves the date to the sentence above',
  async (today, passed) => {
    const screen = await renderOn(today);
    const meter = await screen.findByRole('meter', { name: 'Dias úteis passados' });
    expect(screen.queryByText(/dezembro/)).toBeNull();
    expect(meter).toHaveAttribute('value', String(passed));
    expect(meter).toHaveAccessibleDescription(`${passed} de 10 dias úteis`);
    expect(screen.queryByRole('list')).toBeNull();
  },
);

test('after the last day it names the other routes', async () => {
  const screen = await renderOn('2026-12-14');
  expect(await screen.findByText('10 de 10 dias úteis')).toBeVisible();
  const routes = within(screen.getByRole('list')).getAllByRole('listitem');
  expect(routes.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Livro Amarelo Eletrónico'),
    expect.stringContaining('Provedor de Justiça'),
    expect.stringContaining('300 502 502'),
  ]);
});

test.each([
  [
    '2026-12-03',
    'Quando responder, o prazo continua: faltam 5 dias úteis. Se for hoje, deve ter resposta até 15 de dezembro de 2026 (data prevista).',
  ],
  [
    '2026-12-10',
    'Quando responder, o prazo continua: falta 1 dia útil. Se for hoje, deve ter resposta até 15 de dezembro de 2026 (data prevista).',
  ],
  ['2026-12-11', 'Quando responder, o prazo continua, mas já não sobra nenhum dia útil.'],
])('asked on %s the citizen reads what is left: %s', async (asked, sentence) => {
  const isNear = asked === '2026-12-10';
  const screen = await renderOn(isNear ? '2026-12-14' : '2026-12-07', askedOn(asked));
  expect(await screen.findByText('A contagem parou. Continua quando responder.')).toBeVisible();
  expect(screen.getByText(sentence)).toBeVisible();
  expect(screen.queryByRole('meter')).toBeNull();
});
