import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CitizenRequest } from '../../../contract/types.ts';
import { measureDeadline } from '../../../domain/measure-deadline.ts';
import { registeredRequest } from '../../../testing/builders.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { TurnLine } from './turn-line.tsx';

const TODAY = '2026-12-02';
const OFFICE = { name: 'Faro' };

function asked(day: string): Partial<CitizenRequest> {
  const history = [{ state: 'awaitingCitizen', at: `${day}T09:00:00.000Z`, officeName: 'Faro' }] as const;
  return { state: 'awaitingCitizen', deadlinePaused: true, history: [...history] };
}

test.each([
  [
    { state: 'registered' },
    'Registado Aguarde a resposta da Segurança Social até 11 de dezembro de 2026 (faltam 6 dias úteis).',
  ],
  [
    { state: 'inReview', dueOn: '2026-12-03' },
    'Em análise Aguarde a resposta da Segurança Social até 3 de dezembro de 2026 (falta 1 dia útil).',
  ],
  [
    { state: 'forwarded', dueOn: TODAY },
    'Encaminhado Faro Aguarde a resposta da Segurança Social: o prazo termina hoje, 2 de dezembro de 2026.',
  ],
  [
    { state: 'inReview', dueOn: '2026-11-27' },
    'Em análise A resposta da Segurança Social está atrasada: o prazo terminou a 27 de novembro de 2026 (há 2 dias úteis).',
  ],
  [
    asked('2026-11-30'),
    'Aguarda a sua resposta Responda à pergunta abaixo. Se for hoje, a data prevista da resposta é 14 de dezembro de 2026.',
  ],
  [asked('2026-12-11'), 'Aguarda a sua resposta A contagem parou. Continua quando responder.'],
  [{ state: 'answered' }, 'Respondido A Segurança Social respondeu. Leia a resposta.'],
  [{ state: 'closed' }, 'Concluído O pedido está concluído. Se precisar, crie outro a partir deste.'],
  [
    { state: 'closed', kind: 'complaint' },
    'Concluído A reclamação está concluída. Se precisar, apresente outra.',
  ],
  [{ state: 'withdrawn' }, 'Anulado Anulou este pedido: não tem de fazer mais nada.'],
] as [Partial<CitizenRequest>, string][])('of %j it is said: %s', async (changes, sentence) => {
  const request = registeredRequest('5f0c7d8e-0000-4000-8000-000000000001', { office: OFFICE, ...changes });
  const deadline = measureDeadline(request, TODAY, []);
  const thread = { withdrawal: null, waiting: [] };
  const { screen } = await renderFeature(<TurnLine request={request} deadline={deadline} thread={thread} />);
  expect(screen.getByRole('paragraph')).toHaveTextContent(sentence);
});

test.each(readdirSync('locales').filter((name) => !name.includes('.')))(
  'a day that the app has computed is called a data prevista in %s wherever the page names it',
  (language) => {
    const { turn, deadline } = JSON.parse(readFileSync(`locales/${language}/thread.json`, 'utf8'));
    const [, expected = '–'] = /\{\{date\}\} \((.+)\)\.$/.exec(deadline.whenResumed_other) ?? [];
    expect(turn.paused).toContain(expected);
  },
);
