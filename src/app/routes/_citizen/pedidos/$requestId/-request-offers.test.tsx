import { waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CitizenRequest } from '../../../../../../contract/types.ts';
import { ANSWERED, ASKED, ID, message, renderRequest } from '../../../../../../testing/render-request.tsx';
import { readDraft } from '../../../../../db/drafts/drafts.ts';
import { readRequest } from '../../../../../db/requests/requests.ts';
import { dismissNotice } from '../../../../../state/notices.ts';

afterEach(dismissNotice);

const NAMES = [
  'Responder',
  'Juntar informação',
  'Pedir esclarecimento',
  'Corrigir o que escrevi',
  'Anular pedido',
  'Avaliar a resposta',
  'Criar pedido a partir deste',
  'Apresentar reclamação',
];

test.each([
  [{ state: 'registered' }, ['Corrigir o que escrevi', 'Anular pedido']],
  [{ state: 'inReview' }, ['Juntar informação', 'Corrigir o que escrevi', 'Anular pedido']],
  [{ state: 'forwarded' }, ['Corrigir o que escrevi']],
  [ASKED, ['Responder', 'Corrigir o que escrevi']],
  [ANSWERED, ['Pedir esclarecimento', 'Avaliar a resposta']],
  [{ ...ANSWERED, askAgainUntil: '2026-12-01' }, ['Avaliar a resposta']],
  [{ ...ANSWERED, state: 'closed', askAgainUntil: '2026-12-01' }, ['Avaliar a resposta']],
  [{ state: 'withdrawn' }, []],
] as [Partial<CitizenRequest>, string[]][])(
  'a request %j offers what its state allows',
  async (changes, own) => {
    const { screen } = await renderRequest(changes);
    const shown = NAMES.filter((name) => screen.queryByRole('button', { name }) !== null);
    const always = ['Criar pedido a partir deste', 'Apresentar reclamação'];
    expect(shown.sort()).toEqual([...own, ...always].sort());
  },
);

test('who asks about the answer too late is told until when it was possible and what to do instead', async () => {
  const { screen } = await renderRequest({ ...ANSWERED, askAgainUntil: '2026-12-01' });
  expect(
    screen.getByText(
      /^Podia pedir esclarecimento sobre a resposta até 1 de dezembro de 2026\. .*«Criar pedido a partir deste»/,
    ),
  ).toBeVisible();
});

test('when the answer is late, to complain is the one thing to do, and information can still be added', async () => {
  const { screen } = await renderRequest({ state: 'inReview', dueOn: '2026-11-27' });
  await screen.findByText(/A resposta está atrasada/);
  await waitFor(() =>
    expect(screen.getAllByRole('button', { name: 'Apresentar reclamação' })).toHaveLength(1),
  );
  expect(screen.getByRole('button', { name: 'Juntar informação' })).toBeVisible();
});

test.each([
  ['Criar pedido a partir deste', { kind: 'information', complaint: null }],
  [
    'Apresentar reclamação',
    { kind: 'complaint', complaint: { office: 'Centro de contacto e-Clic', happenedOn: '', wanted: '' } },
  ],
])('**%s** makes a draft for the same person that is about the request', async (name, expected) => {
  const onBehalfOf = { id: 'c_alice', name: 'Alice Modelo' };
  const { screen, user, db, pathname } = await renderRequest({ state: 'closed', onBehalfOf });
  await user.click(screen.getByRole('button', { name }));
  await waitFor(() => expect(pathname()).toMatch(/^\/rascunhos\/[^/]+\/descricao$/));
  const draft = await readDraft(db, pathname().split('/')[2] ?? '');
  const about = { onBehalfOf, topic: { status: 'unknown' }, aboutRequestId: ID };
  expect(draft).toMatchObject({ ...expected, ...about, description: '' });
});

test('what is looked at is read, and stays marked as new until the next visit', async () => {
  const sentAt = '2026-12-01T10:00:00.000Z';
  const { screen, db } = await renderRequest({ ...ASKED, lastMessageAt: sentAt }, message({ sentAt }));
  await waitFor(async () => expect(await readRequest(db, ID)).toMatchObject({ unread: 0, readUpTo: sentAt }));
  expect(screen.getByRole('article')).toHaveTextContent('Por ler');
});
