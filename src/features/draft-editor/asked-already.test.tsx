import { cleanup, fireEvent, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { CitizenRequest } from '../../../contract/types.ts';
import { NOON, registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { openDraft } from '../../db/drafts/save-draft.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { DescriptionStep } from './description-step.tsx';

const ASKED = 'Quando é que recebo o abono de família da minha filha?';
const AGAIN = 'boa tarde, quando pagam o abono de família da minha filha';
/** This moment: the page looks at the last two years by its own clock. */
const RECEIVED_AT = new Date().toISOString();
const MONTH = new Intl.DateTimeFormat('pt-PT', { month: 'long', year: 'numeric', timeZone: 'Europe/Lisbon' });
const SENTENCE = `Já fez um pedido parecido em ${MONTH.format(new Date(RECEIVED_AT))}: EC-2026-0000099`;

async function receive(db: CitizenDatabase, id: string, changes: Partial<CitizenRequest> = {}) {
  const request = {
    description: ASKED,
    reference: 'EC-2026-0000099',
    receivedAt: RECEIVED_AT,
    ...changes,
  };
  await recordReceived(db, registeredRequest(id, request));
}

async function renderStep(db: CitizenDatabase, draftId = 'd') {
  const draft = await openDraft(db, draftId, NOON);
  const step = <DescriptionStep draftId={draftId} draft={draft} returnsToReview={false} />;
  const rendered = await renderFeature(step, { db, address: `/rascunhos/${draftId}/descricao` });
  const box = await rendered.screen.findByRole('textbox', { name: 'Descrição do pedido' });
  const write = (value: string) => fireEvent.change(box, { target: { value } });
  const line = () => rendered.screen.findByText(SENTENCE, { exact: false, selector: 'p' });
  return { ...rendered, write, line };
}

it('shows, while the same is written again, when it was asked and where it is answered, and says so once', async () => {
  const db = openMemoryDatabase();
  const history = [{ state: 'answered', at: NOON.toISOString(), officeName: 'e-Clic' }] as const;
  await receive(db, 'earlier', { state: 'answered', history: [...history] });
  const { screen, write, line } = await renderStep(db);
  write(AGAIN);
  expect(await line()).toBeVisible();
  const link = screen.getByRole('link', { name: 'Ver a resposta EC-2026-0000099' });
  expect(link).toHaveAttribute('href', '/pedidos/earlier');
  const [status] = screen.getAllByRole('status');
  await waitFor(() => expect(status).toHaveTextContent(SENTENCE));
});

it('leads to the request that has no answer yet', async () => {
  const db = openMemoryDatabase();
  await receive(db, 'earlier');
  const { screen, write, line } = await renderStep(db);
  write(AGAIN);
  await line();
  expect(screen.getByRole('link', { name: 'Ver o pedido EC-2026-0000099' })).toBeVisible();
});

it('goes away for good when it is not wanted, and lets another one be seen in the next draft', async () => {
  const db = openMemoryDatabase();
  await receive(db, 'earlier');
  const { screen, user, write, line } = await renderStep(db);
  write(AGAIN);
  await line();
  await user.click(screen.getByRole('button', { name: 'Não voltar a mostrar' }));
  await waitFor(() => expect(screen.queryByText(SENTENCE, { exact: false, selector: 'p' })).toBeNull());
  expect(screen.getByRole('button', { name: 'Continuar' })).toHaveFocus();
  cleanup();

  // This request is less alike: if the wish were ignored, the first request would be shown here again.
  await receive(db, 'other', { description: `${ASKED} E do meu filho?`, reference: 'EC-2026-0000100' });
  const next = await renderStep(db, 'e');
  next.write(AGAIN);
  const sentence = /Já fez um pedido parecido .*EC-2026-0000100/;
  expect(await next.screen.findByText(sentence, { selector: 'p' })).toBeVisible();
});
