import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  DESCRIPTION,
  NOON,
  registeredRequest,
  submitCompleteDraft,
} from '../../../../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../../../../testing/memory-database.ts';
import { renderFeature } from '../../../../../../testing/render-feature.tsx';
import { renderPlace } from '../../../../../../testing/request-place.tsx';
import { noteReceivedShown, recordReceived } from '../../../../../db/requests/requests.ts';
import { ReceiptPage } from '../../../../../features/receipt/receipt-page.tsx';

const COMPLAINT = { kind: 'complaint' } as const;

/** Matches whatever on the page calls a complaint *pedido*; *Os meus pedidos* is the list of all kinds, and does not match. */
const CALLED_REQUEST = /\b([Oo]|do|[Ee]ste|no|ao) pedido\b/;

async function renderComplaint(submittedAt: Date) {
  const db = openMemoryDatabase();
  const id = await submitCompleteDraft(db, DESCRIPTION, submittedAt, 'complaint');
  return { db, id, ...(await renderPlace(db, id)) };
}

test('a complaint is called one while it is sent, when it has arrived, and on its page', async () => {
  const { db, id, screen, user } = await renderComplaint(new Date());
  await screen.findByRole('heading', { level: 1, name: 'A enviar a reclamação' });
  await waitFor(() => expect(document.title).toContain('A enviar a reclamação'));
  expect(screen.getByRole('main')).not.toHaveTextContent(CALLED_REQUEST);

  await recordReceived(db, registeredRequest(id, COMPLAINT));
  await screen.findByRole('heading', { level: 1, name: 'Reclamação recebida' });
  await waitFor(() => expect(document.title).toContain('Reclamação recebida'));
  expect(screen.getByRole('main')).not.toHaveTextContent(CALLED_REQUEST);

  await user.click(screen.getByRole('link', { name: 'Ver a reclamação' }));
  await screen.findByRole('heading', { level: 1, name: /^Reclamação EC-2026-0000124 / });
  await waitFor(() => expect(document.title).toMatch(/^Reclamação EC-2026-0000124 /));
  expect(await screen.findByText('De que reclamou')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Anular reclamação' }));
  expect(await screen.findByRole('dialog', { name: 'Anular a reclamação EC-2026-0000124?' })).toBeVisible();
  expect(screen.getByRole('main')).not.toHaveTextContent(CALLED_REQUEST);
});

test('a complaint that waits is not called a request either', async () => {
  const { screen } = await renderComplaint(NOON);
  await screen.findByRole('heading', { level: 1, name: 'A reclamação ainda não foi enviada' });
  await waitFor(() => expect(document.title).toContain('A reclamação ainda não foi enviada'));
  expect(screen.getByRole('main')).not.toHaveTextContent(CALLED_REQUEST);
});

test('the receipt of a complaint says that a complaint was received', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  await recordReceived(db, registeredRequest(id, COMPLAINT));
  await noteReceivedShown(db, id);
  const receipt = <ReceiptPage requestId={id} initial={null} />;
  const { screen } = await renderFeature(receipt, { db, address: `/pedidos/${id}/comprovativo` });
  await screen.findByRole('heading', { level: 1, name: 'Comprovativo de entrega' });
  expect(screen.getByText(/mostra que a Segurança Social recebeu a reclamação/)).toBeVisible();
  expect(screen.getByRole('link', { name: 'Voltar à reclamação' })).toBeVisible();
  expect(screen.getByRole('main')).not.toHaveTextContent(CALLED_REQUEST);
});
