import { readFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { citizenMessage, receiveMessage, registeredRequest } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { noteDownloads } from '../../../testing/note-downloads.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { createSigner } from '../../../testing/sign-receipt.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { ReceiptPage } from './receipt-page.tsx';

// The test writes a PDF with fonts: on a busy machine that takes seconds.
vi.setConfig({ testTimeout: 60_000 });

const REFUSED = new DOMException('The press is too long ago', 'NotAllowedError');
const GIVEN_UP = new DOMException('Closed', 'AbortError');

/** Stands for a browser that hands files to other apps. `answers` are the errors of the tries in order; null means that a try works. */
function shareOnDevice(...answers: (DOMException | null)[]): string[][] {
  const shared: string[][] = [];
  vi.stubGlobal('fetch', async (path: string) => new Response(await readFile(`.${path}`)));
  Object.assign(navigator, {
    canShare: ({ files }: { files: File[] }) => files.length === 1,
    async share({ files }: { files: File[] }) {
      shared.push(files.map(({ name, type, size }) => `${name} ${type} ${size > 1_000}`));
      const answer = answers.shift();
      if (answer) throw answer;
    },
  });
  return shared;
}

const browserFetch = globalThis.fetch;

afterEach(() => {
  vi.stubGlobal('fetch', browserFetch);
  Reflect.deleteProperty(navigator, 'canShare');
  Reflect.deleteProperty(navigator, 'share');
});

/** Opens the receipt of a request with an answer for each of these instants. */
async function openReceipt(...answeredAt: string[]) {
  const requestId = crypto.randomUUID();
  const db = openMemoryDatabase();
  await recordReceived(db, registeredRequest(requestId, { state: 'answered' }));
  await receiveMessage(
    db,
    citizenMessage(crypto.randomUUID(), requestId, {
      purpose: 'followUp',
      sentAt: '2026-12-01T09:00:00.000Z',
    }),
  );
  for (const sentAt of answeredAt) {
    await receiveMessage(db, {
      ...citizenMessage(crypto.randomUUID(), requestId, { sentAt }),
      author: 'office',
      purpose: 'answer',
      officeName: 'Centro Distrital de Faro',
    });
  }
  return renderFeature(<ReceiptPage requestId={requestId} initial={null} />, { db });
}

const PDF = 'comprovativo-EC-2026-0000124.pdf application/pdf true';

test('Partilhar hands the receipt as a PDF to the device', async () => {
  const shared = shareOnDevice(null);
  const { screen, user } = await openReceipt();
  await user.click(await screen.findByRole('button', { name: 'Partilhar' }));
  await expect.poll(() => shared).toEqual([[PDF]]);
});

test('where the PDF took too long for the browser, a second press shares the one that is made', async () => {
  const shared = shareOnDevice(REFUSED, null);
  const { screen, user } = await openReceipt();
  await user.click(await screen.findByRole('button', { name: 'Partilhar' }));
  await screen.findByText(/O PDF está pronto/, { selector: 'main p' });
  await user.click(screen.getByRole('button', { name: 'Partilhar' }));
  await expect.poll(() => shared).toEqual([[PDF], [PDF]]);
  expect(screen.queryByText(/O PDF está pronto/, { selector: 'main p' })).toBeNull();
});

test('whoever closes the device’s list of apps is told nothing, and a device that cannot is named another way', async () => {
  const shared = shareOnDevice(GIVEN_UP, new DOMException('No app', 'DataError'));
  const { screen, user } = await openReceipt();
  await user.click(await screen.findByRole('button', { name: 'Partilhar' }));
  await expect.poll(() => shared).toHaveLength(1);
  expect(screen.queryByText(/Não foi possível partilhar/, { selector: 'main p' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Partilhar' }));
  await screen.findByText(/Não foi possível partilhar o PDF/, { selector: 'main p' });
});

test('where the browser shares no files there is no Partilhar', async () => {
  const { screen } = await openReceipt();
  await screen.findByRole('button', { name: 'Imprimir' });
  expect(screen.queryByRole('button', { name: /Partilhar/ })).toBeNull();
});

test('an answered request has Comprovativo da resposta, by the day of the answer', async () => {
  shareOnDevice();
  const downloads = noteDownloads();
  const { screen, user } = await openReceipt('2026-12-10T09:00:00.000Z');
  await screen.findByRole('heading', { level: 2, name: 'Comprovativo da resposta' });
  await user.click(
    screen.getByRole('button', {
      name: 'Descarregar comprovativo da resposta de 10 de dezembro de 2026 (PDF)',
    }),
  );
  await expect
    .poll(() => downloads.map(({ name }) => name))
    .toEqual(['comprovativo-da-resposta-EC-2026-0000124-2026-12-10.pdf']);
});

test('answers of one day are told apart by the hour, and only those', async () => {
  shareOnDevice();
  const { screen } = await openReceipt(
    '2026-12-10T09:00:00.000Z',
    '2026-12-10T16:30:00.000Z',
    '2026-12-14T09:00:00.000Z',
  );
  const moments = [
    '10 de dezembro de 2026 às 09:00',
    '10 de dezembro de 2026 às 16:30',
    '14 de dezembro de 2026',
  ];
  await screen.findByRole('heading', { level: 2, name: 'Comprovativo da resposta' });
  const named = screen.getAllByRole('button', { name: /comprovativo da resposta/ });
  expect(named.map(({ textContent }) => textContent)).toEqual(
    moments.flatMap((moment) => [
      `Descarregar comprovativo da resposta de ${moment} (PDF)`,
      `Partilhar comprovativo da resposta de ${moment}`,
    ]),
  );
});

test.each([
  ['fits', true],
  ['doesNotFit', false],
] as const)('a receipt that %s what was sent is given on as a proof: %s', async (receiptCheck, isGiven) => {
  shareOnDevice();
  const downloads = noteDownloads();
  const db = openMemoryDatabase();
  const requestId = crypto.randomUUID();
  const receipt = await (await createSigner()).sign();
  await recordReceived(db, registeredRequest(requestId, { receipt }));
  await db.requests.update(requestId, { receiptCheck });
  const { screen, user } = await renderFeature(<ReceiptPage requestId={requestId} initial={null} />, { db });
  await user.click(await screen.findByRole('button', { name: 'Descarregar comprovativo (PDF)' }));
  await expect.poll(() => downloads).toHaveLength(1);
  const text = (await downloads[0]?.blob.text()) ?? '';
  expect(text).toContain('%%EOF');
  expect(text.includes(`(${receipt})`)).toBe(isGiven);
});
