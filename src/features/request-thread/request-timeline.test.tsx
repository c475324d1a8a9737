import { within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CitizenRequest, RequestState } from '../../../contract/types.ts';
import { measureDeadline } from '../../../domain/measure-deadline.ts';
import { registeredRequest } from '../../../testing/builders.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { RequestTimeline } from './request-timeline.tsx';

const ID = '5f0c7d8e-0000-4000-8000-000000000001';
const ENTRY = ' de novembro de 2026 às 09:00 · ';

/** Returns the steps as they are read on the given day of the server. The states were entered one day after the other. */
async function readSteps(serverDay: string, states: RequestState[], changes: Partial<CitizenRequest> = {}) {
  const history = states.map((state, index) => ({
    state,
    at: `2026-11-${25 + index}T09:00:00.000Z`,
    officeName: state === 'registered' ? 'e-Clic' : state === 'forwarded' ? 'Faro' : 'Lisboa',
  }));
  const state = states.at(-1) ?? 'registered';
  const deadlinePaused = state === 'awaitingCitizen';
  const request = registeredRequest(ID, { state, history, deadlinePaused, ...changes });
  const deadline = measureDeadline(request, serverDay, []);
  const { screen } = await renderFeature(
    <>
      <h2 id="heading">O que já aconteceu e o que se segue</h2>
      <RequestTimeline request={request} deadline={deadline} headingId="heading" />
    </>,
  );
  const list = await screen.findByRole('list', { name: 'O que já aconteceu e o que se segue' });
  const isUnderWay = !['answered', 'closed', 'withdrawn'].includes(state);
  const items = within(list).getAllByRole('listitem');
  const current = items.filter((item) => item.getAttribute('aria-current') === 'step');
  expect(current).toHaveLength(isUnderWay ? 1 : 0);
  return items.map(({ textContent }) => textContent);
}

test('registered: a review comes next, then the answer, whose date the sentence above says', async () => {
  expect(await readSteps('2026-11-25', ['registered'])).toEqual([
    `Registado agora25${ENTRY}e-Clic`,
    'Análise do pedido a seguir',
    'Resposta da Segurança Social a seguir',
  ]);
});

test('forwarded: each step names the office that had the request', async () => {
  expect(await readSteps('2026-12-11', ['registered', 'inReview', 'forwarded'])).toEqual([
    `Registado concluído25${ENTRY}e-Clic`,
    `Em análise concluído26${ENTRY}Lisboa`,
    `Encaminhado agora27${ENTRY}Faro`,
    'Resposta da Segurança Social a seguir',
  ]);
});

test('waiting for the citizen: their reply comes next, and no date is promised', async () => {
  expect(await readSteps('2026-12-01', ['registered', 'inReview', 'awaitingCitizen'])).toEqual([
    `Registado concluído25${ENTRY}e-Clic`,
    `Em análise concluído26${ENTRY}Lisboa`,
    `Aguarda a sua resposta agora27${ENTRY}Lisboa`,
    'A sua resposta a seguir',
    'Resposta da Segurança Social a seguirPrazo parado',
  ]);
});

test.each([
  ['answered', ['registered', 'answered'], `Respondido concluído26${ENTRY}Lisboa`],
  ['closed', ['registered', 'answered', 'closed'], `Concluído concluído27${ENTRY}Lisboa`],
  ['withdrawn', ['registered', 'withdrawn'], `Anulado concluído26${ENTRY}Lisboa`],
] as const)('%s: all is done and nothing comes next', async (_state, states, last) => {
  const steps = await readSteps('2026-12-16', [...states]);
  expect(steps).toHaveLength(states.length);
  expect(steps.at(-1)).toBe(last);
});
