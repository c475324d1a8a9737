import { within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { keepProfile } from '../../db/facts.ts';
import { recordReceived } from '../../db/requests.ts';
import { registeredRequest } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { renderFeature } from '../../testing/render-feature.tsx';
import { ReceiptPage } from './receipt-page.tsx';

const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

test('the receipt repeats everything as the server has it, and prints', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  const file = {
    id: crypto.randomUUID(),
    name: 'fatura.pdf',
    size: 123_456,
    type: 'application/pdf',
    sha256: SHA256,
  };
  await recordReceived(db, registeredRequest(id, { kind: 'documents', attachments: [file] }));
  await keepProfile(db, {
    citizen: { id: 'c_maria', name: 'Maria Exemplo', maskedNiss: '••••••••000', holder: 'person' },
    representations: [],
    contact: { channel: 'email', masked: 'm•••@exemplo.pt' },
  });
  const { screen, user } = await renderFeature(<ReceiptPage requestId={id} />, { db });

  await screen.findByRole('heading', { level: 1, name: 'Comprovativo de entrega' });
  for (const words of [
    'EC-2026-0000124',
    '25 de novembro de 2026 às 12:00',
    'Maria Exemplo',
    'Pedir um documento',
    '11 de dezembro de 2026',
  ]) {
    expect(screen.getByText(words)).toBeVisible();
  }
  const table = screen.getByRole('table', { name: 'Ficheiros tal como a Segurança Social os recebeu' });
  const row = within(table).getByRole('row', { name: /fatura\.pdf/ });
  expect(within(row).getByRole('rowheader')).toHaveTextContent('fatura.pdf');
  expect(row).toHaveTextContent(/123.456 bytes/);
  expect(within(row).getByText(SHA256)).toBeVisible();

  const print = vi.spyOn(window, 'print').mockReturnValue();
  await user.click(screen.getByRole('button', { name: 'Imprimir' }));
  expect(print).toHaveBeenCalledOnce();
  expect(document.title).not.toMatch(/\d{11}/);
});

test('without a request there is no receipt, and a way back', async () => {
  const db = openMemoryDatabase();
  const { screen } = await renderFeature(<ReceiptPage requestId="none" />, { db });
  await screen.findByRole('heading', {
    level: 1,
    name: 'Não encontrámos este comprovativo neste dispositivo',
  });
  expect(screen.getByRole('link', { name: 'Voltar à lista de pedidos' })).toBeVisible();
});
