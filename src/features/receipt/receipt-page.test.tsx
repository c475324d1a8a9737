import { within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { DESCRIPTION, registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { noteDownloads } from '../../../testing/note-downloads.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { keepProfile, patchSyncState } from '../../db/core/metadata.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { readModules } from '../../lib/qr-code.ts';
import { ReceiptPage } from './receipt-page.tsx';
import { ReceivedPage } from './received-page.tsx';

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
  const { screen, user } = await renderFeature(<ReceiptPage requestId={id} initial={null} />, { db });

  await screen.findByRole('heading', { level: 1, name: 'Comprovativo de entrega' });
  for (const words of [
    'EC-2026-0000124',
    '25 de novembro de 2026 às 12:00',
    'Maria Exemplo',
    'Pedir um documento',
    '11 de dezembro de 2026',
    'A resposta fica aqui, em «Os meus pedidos». Avisamos por e-mail para m•••@exemplo.pt.',
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
  await expect.poll(() => print).toHaveBeenCalledOnce();
  expect(document.title).not.toMatch(/\d{11}/);
  print.mockRestore();
});

test('what is printed bears the code of the PDF, with its address in letters, before the printer is asked', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  await recordReceived(db, registeredRequest(id, { receipt: 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln' }));
  const { screen, user } = await renderFeature(<ReceiptPage requestId={id} initial={null} />, { db });
  await screen.findByRole('heading', { level: 1, name: 'Comprovativo de entrega' });
  const wasThere: boolean[] = [];
  const code = { name: 'Código QR com o endereço escrito a seguir', hidden: true };
  const print = vi.spyOn(window, 'print').mockImplementation(() => {
    wasThere.push(screen.queryByRole('img', code) !== null);
  });
  await user.click(screen.getByRole('button', { name: 'Imprimir' }));
  await expect.poll(() => wasThere).toEqual([true]);
  const address = `${location.origin}/verificar#eyJhbGciOiJFUzI1NiJ9.e30.c2ln`;
  expect(screen.getByText(address)).toBeInTheDocument();
  expect(readModules(address).length).toBeGreaterThan(20);
  const drawn = screen.getByRole('img', code).querySelector('path')?.getAttribute('d') ?? '';
  expect(blackOf(drawn)).toBe(readModules(address).flat().filter(Boolean).length);
  print.mockRestore();
});

/** Returns how many modules a path of horizontal runs covers. */
function blackOf(path: string): number {
  return [...path.matchAll(/h(\d+)/g)].reduce((sum, [, width]) => sum + Number(width), 0);
}

test('the due date goes to a calendar as a day of its own that says no more than the reference', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  await recordReceived(db, registeredRequest(id));
  const downloads = noteDownloads();
  const { screen, user } = await renderFeature(<ReceiptPage requestId={id} initial={null} />, { db });

  await user.click(await screen.findByRole('button', { name: 'Adicionar ao calendário' }));
  const told = await screen.findAllByText(
    /A data ficou num ficheiro de calendário: «prazo-EC-2026-0000124\.ics»/,
  );
  expect(told[0]).toBeVisible();
  expect(downloads.map(({ name }) => name)).toEqual(['prazo-EC-2026-0000124.ics']);
  const text = await downloads[0]?.blob.text();
  expect(text).toContain('DTSTART;VALUE=DATE:20261211');
  expect(text).toContain('SUMMARY:Prazo da resposta ao pedido EC-2026-0000124');
  expect(text).not.toContain(DESCRIPTION);
});

test('a request that has been answered has no date to put into a calendar', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  await recordReceived(db, registeredRequest(id, { state: 'answered' }));
  const { screen } = await renderFeature(<ReceiptPage requestId={id} initial={null} />, { db });
  await screen.findByRole('button', { name: 'Descarregar comprovativo (PDF)' });
  expect(screen.queryByRole('button', { name: 'Adicionar ao calendário' })).toBeNull();
});

test('the last day to reply goes to a calendar by the server’s day, also from a device whose clock is ahead', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  await patchSyncState(db, { clockOffsetMs: Date.parse('2026-06-01T12:00:00Z') - Date.now() });
  const history = [{ state: 'awaitingCitizen' as const, at: '2026-05-10T10:00:00.000Z', officeName: 'Faro' }];
  await recordReceived(db, registeredRequest(id, { state: 'awaitingCitizen', history }));
  const { screen } = await renderFeature(<ReceiptPage requestId={id} initial={null} />, { db });
  expect(await screen.findByRole('button', { name: 'Adicionar ao calendário' })).toBeVisible();
});

test('a PDF that cannot be made is told, and printing is named as the other way', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  await recordReceived(db, registeredRequest(id));
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('There is no connection')));
  const { screen, user } = await renderFeature(<ReceiptPage requestId={id} initial={null} />, { db });
  await user.click(await screen.findByRole('button', { name: 'Descarregar comprovativo (PDF)' }));
  expect(await screen.findByText(/Não foi possível preparar o PDF/, { selector: 'main p' })).toBeVisible();
  vi.unstubAllGlobals();
});

test('a request just received offers its proof as PDF and on paper', async () => {
  const db = openMemoryDatabase();
  const request = registeredRequest(crypto.randomUUID());
  await recordReceived(db, request);
  const page = <ReceivedPage request={request} profile={null} />;
  const { screen, user } = await renderFeature(page, { db });
  await screen.findByRole('heading', { level: 1, name: 'Pedido recebido' });
  expect(screen.getByRole('button', { name: 'Descarregar comprovativo (PDF)' })).toBeVisible();
  const print = vi.spyOn(window, 'print').mockReturnValue();
  await user.click(screen.getByRole('button', { name: 'Imprimir' }));
  await expect.poll(() => print).toHaveBeenCalledOnce();
  const listed = within(screen.getAllByRole('list')[0] as HTMLElement).getAllByRole('listitem');
  expect(listed.map(({ textContent }) => textContent)).toEqual([
    'Imprimir',
    'Adicionar ao calendário',
    'Ver o pedido',
    'Ver todos os pedidos',
  ]);
});

test('without a request there is no receipt, and a way back', async () => {
  const db = openMemoryDatabase();
  const { screen } = await renderFeature(<ReceiptPage requestId="none" initial={null} />, { db });
  await screen.findByRole('heading', {
    level: 1,
    name: 'Não encontrámos este comprovativo neste dispositivo',
  });
  expect(screen.getByRole('link', { name: 'Voltar à lista de pedidos' })).toBeVisible();
});

test('the receipt says that it is signed once the device has checked it, as does the page that tells of it', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  const request = { ...registeredRequest(id), receiptCheck: 'fits' as const };
  await recordReceived(db, request);
  const { screen } = await renderFeature(<ReceiptPage requestId={id} initial={null} />, { db });
  expect(await screen.findByText(/Comprovativo assinado/)).toBeVisible();
  expect(screen.queryByText(/não confere/)).toBeNull();

  const received = await renderFeature(<ReceivedPage request={request} profile={null} />, { db });
  expect(await received.screen.findAllByText(/Comprovativo assinado/)).not.toHaveLength(0);
});

test('a receipt that does not fit says so, with what to do, and shows all the same', async () => {
  const db = openMemoryDatabase();
  const id = crypto.randomUUID();
  await recordReceived(db, { ...registeredRequest(id), receiptCheck: 'doesNotFit' as const });
  const { screen } = await renderFeature(<ReceiptPage requestId={id} initial={null} />, { db });
  expect(await screen.findByText('O comprovativo não confere com o que enviou')).toBeVisible();
  expect(screen.getByText(/contacte a Segurança Social/)).toBeVisible();
  expect(screen.getByText(DESCRIPTION)).toBeVisible();
  expect(screen.queryByText(/Comprovativo assinado/)).toBeNull();
});

test.each(['awaitingCitizen', 'withdrawn', 'closed'] as const)(
  'the receipt of a request that is %s names no day for an answer',
  async (state) => {
    const db = openMemoryDatabase();
    const id = crypto.randomUUID();
    await recordReceived(db, registeredRequest(id, { state }));
    const { screen } = await renderFeature(<ReceiptPage requestId={id} initial={null} />, { db });
    expect(await screen.findByText('25 de novembro de 2026 às 12:00')).toBeVisible();
    expect(screen.queryByText('Resposta até')).toBeNull();
  },
);
