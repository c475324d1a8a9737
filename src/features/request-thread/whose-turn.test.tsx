import { expect, test } from 'vitest';
import { listGroupOf } from '../../domain/request-state.ts';
import { registeredRequest } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { renderFeature } from '../../testing/render-feature.tsx';
import { NO_REQUEST_PARTS } from '../../testing/request-parts.ts';
import { RequestPage } from './request-page.tsx';

test.each([
  ['registered', 'Registado', 'O pedido está registado: é a vez da Segurança Social, que o vai analisar.'],
  ['inReview', 'Em análise', 'Um serviço está a analisar o pedido (Faro): é a vez da Segurança Social.'],
  ['forwarded', 'Encaminhado', 'O pedido está agora noutro serviço (Faro): é a vez da Segurança Social.'],
  [
    'awaitingCitizen',
    'Aguarda a sua resposta',
    'É a sua vez: leia nas mensagens a pergunta da Segurança Social e responda.',
  ],
  [
    'answered',
    'Respondido',
    'A Segurança Social respondeu: leia a resposta nas mensagens; não tem de fazer mais nada.',
  ],
  ['closed', 'Concluído', 'O pedido está concluído: ninguém tem de fazer mais nada.'],
  ['withdrawn', 'Anulado', 'O pedido foi anulado por si: ninguém tem de fazer mais nada.'],
] as const)('%s is called «%s» and says: %s', async (state, name, sentence) => {
  const request = registeredRequest('5f0c7d8e-0000-4000-8000-000000000001', {
    state,
    office: { name: 'Faro' },
  });
  const row = { ...request, group: listGroupOf(state), unread: 0, justReceived: 0 } as const;
  const { screen } = await renderFeature(<RequestPage request={row} {...NO_REQUEST_PARTS} />, {
    db: openMemoryDatabase(),
  });
  expect(await screen.findByText(sentence)).toBeVisible();
  expect(screen.getAllByText(name).length).toBeGreaterThan(0);
});
