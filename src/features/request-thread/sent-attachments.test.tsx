import { cleanup, fireEvent, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Attachment } from '../../../contract/types.ts';
import { sha256Hex } from '../../../shared/sha256.ts';
import { NOON, pdfBytes } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { patchSyncState } from '../../db/core/metadata.ts';
import { readDownloadState, refuseDownload, saveDownload, wantDownload } from '../../db/files/downloads.ts';
import { Shell } from '../../ui/shell.tsx';
import { SentAttachments } from './sent-attachments.tsx';

const BYTES = pdfBytes();

let db: CitizenDatabase;
let blobs: Map<string, Blob>;

beforeEach(() => {
  db = openMemoryDatabase();
  blobs = new Map();
  // jsdom has neither of these functions.
  URL.createObjectURL = (blob: Blob) => {
    const url = `blob:e-clic/${blobs.size + 1}`;
    blobs.set(url, blob);
    return url;
  };
  URL.revokeObjectURL = (url) => void blobs.delete(url);
  vi.spyOn(window, 'open').mockReturnValue(window);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
});

async function attachmentOf(name: string, type: string): Promise<Attachment> {
  return { id: 'a', name, type, size: BYTES.byteLength, sha256: await sha256Hex(BYTES) };
}

async function renderFile(name: string, type: string) {
  const attachment = await attachmentOf(name, type);
  return renderFeature(<SentAttachments requestId="r" attachments={[attachment]} />, { db });
}

/** Keeps the bytes of the attachment, as sync does after a download. */
function arrive() {
  return saveDownload(db, 'a', BYTES);
}

async function isHere(name: string, type: string) {
  const { size, sha256 } = await attachmentOf(name, type);
  await wantDownload(db, { attachmentId: 'a', requestId: 'r', size, sha256 }, NOON);
  await arrive();
}

describe('a PDF of the office', () => {
  test('is fetched and opened in a tab of its own by one press, and can then be opened again or kept', async () => {
    const { screen, user } = await renderFile('Resposta.pdf', 'application/pdf');
    expect(screen.getByText('PDF · 1 kB')).toBeVisible();
    await user.click(await screen.findByRole('button', { name: 'Abrir Resposta.pdf' }));
    expect(await screen.findByText('A obter o ficheiro…')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Abrir Resposta.pdf' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await arrive();
    expect(await screen.findByText('«Resposta.pdf» foi aberto noutro separador.')).toBeVisible();

    const open = await screen.findByRole('link', { name: 'Abrir Resposta.pdf' });
    expect(open).toHaveAttribute('target', '_blank');
    expect(open).toHaveAttribute('rel', 'noopener');
    expect(screen.getByRole('link', { name: 'Descarregar Resposta.pdf' })).toHaveAttribute(
      'download',
      'Resposta.pdf',
    );
    const blob = blobs.get(open.getAttribute('href') ?? '');
    expect(blob?.type).toBe('application/pdf');
    expect(await blob?.arrayBuffer()).toEqual(BYTES);
  });

  test('that arrives keeps the focus on what was pressed, and is told', async () => {
    const { screen, user } = await renderFile('Resposta.pdf', 'application/pdf');
    await user.click(await screen.findByRole('button', { name: 'Descarregar Resposta.pdf' }));
    await arrive();
    const link = await screen.findByRole('link', { name: 'Descarregar Resposta.pdf' });
    await waitFor(() => expect(link).toHaveFocus());
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('«Resposta.pdf» foi descarregado.'),
    );
  });

  test('that arrives leaves the focus of whoever has gone on', async () => {
    const { screen, user } = await renderFile('Resposta.pdf', 'application/pdf');
    await user.click(await screen.findByRole('button', { name: 'Abrir Resposta.pdf' }));
    const elsewhere = document.body.appendChild(document.createElement('input'));
    elsewhere.focus();
    await arrive();
    await screen.findByRole('link', { name: 'Abrir Resposta.pdf' });
    expect(elsewhere).toHaveFocus();
    elsewhere.remove();
  });

  test('that is here already needs no fetching, and nothing is read out', async () => {
    await isHere('Resposta.pdf', 'application/pdf');
    const { screen } = await renderFile('Resposta.pdf', 'application/pdf');
    expect(await screen.findByRole('link', { name: 'Abrir Resposta.pdf' })).toBeVisible();
    expect(screen.queryByText(/já pode ser aberto/)).toBeNull();
  });
});

describe('a picture', () => {
  test('is fetched by a press, fills the screen, and is put away again', async () => {
    const { screen, user } = await renderFile('foto.png', 'image/png');
    const view = await screen.findByRole('button', { name: 'Ver foto.png' });
    await user.click(view);
    expect(screen.queryByRole('img')).toBeNull();
    await arrive();
    const picture = await screen.findByRole('img', { name: 'foto.png' });
    expect(blobs.get(picture.getAttribute('src') ?? '')?.type).toBe('image/png');
    await user.click(screen.getByRole('button', { name: 'Fechar' }));
    expect(screen.queryByRole('img')).toBeNull();
    expect(view).toHaveFocus();
  });

  test('that arrives opens over no page on which somebody has gone on, even where the browser focused no button', async () => {
    const attachments = [await attachmentOf('foto.png', 'image/png')];
    const { screen, user } = await renderFeature(
      <Shell skipLabel="" header="" footer="" opening="">
        <SentAttachments requestId="r" attachments={attachments} />
      </Shell>,
      { db },
    );
    fireEvent.click(await screen.findByRole('button', { name: 'Ver foto.png' }), { detail: 1 });
    await user.tab();
    await arrive();
    expect(await screen.findByText(/«foto.png» já pode ser aberto/)).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  test('that cannot be drawn says so', async () => {
    await isHere('foto.png', 'image/png');
    const { screen, user } = await renderFile('foto.png', 'image/png');
    await screen.findByRole('link', { name: 'Descarregar foto.png' });
    await user.click(screen.getByRole('button', { name: 'Ver foto.png' }));
    (await screen.findByRole('img')).dispatchEvent(new Event('error'));
    expect(await screen.findByText(/Não foi possível mostrar a imagem/)).toBeVisible();
  });
});

test.each([
  ['pagina.html', 'text/html'],
  ['desenho.svg', 'image/svg+xml'],
  ['dados.xml', 'application/xhtml+xml'],
  ['carta.odt', 'application/vnd.oasis.opendocument.text'],
])('«%s» is only downloaded, as bytes that the browser opens with nothing', async (name, type) => {
  await isHere(name, type);
  const { screen } = await renderFile(name, type);
  const link = await screen.findByRole('link', { name: `Descarregar ${name}` });
  expect(link).toHaveAttribute('download', name);
  expect(blobs.get(link.getAttribute('href') ?? '')?.type).toBe('application/octet-stream');
  expect(screen.queryAllByRole('link')).toHaveLength(1);
  expect(screen.queryByRole('button')).toBeNull();
});

test('the name on the disk hides nothing of what the file is', async () => {
  await isHere('a', 'application/pdf');
  const { screen } = await renderFile('fatura\u202Efdp.exe', 'application/pdf');
  const [, download] = await screen.findAllByRole('link');
  expect(download).toHaveAttribute('download', 'faturafdp.exe.pdf');
  expect(screen.getAllByText('fatura\u202Efdp.exe').every(({ tagName }) => tagName === 'BDI')).toBe(true);
});

test.each([
  ['noConnection', 'O ficheiro é descarregado quando houver ligação à Internet.'],
  ['serverDown', 'O e-Clic não responde. O ficheiro é descarregado quando houver resposta.'],
  ['signedOut', 'Inicie sessão para obter o ficheiro.'],
] as const)('a file that waits says for what: %s', async (connection, sentence) => {
  await patchSyncState(db, { connection });
  const { screen, user } = await renderFile('Resposta.pdf', 'application/pdf');
  await user.click(await screen.findByRole('button', { name: 'Abrir Resposta.pdf' }));
  expect(await screen.findByText(sentence)).toBeVisible();
});

test('a file that could not be had says so, and can be asked for again', async () => {
  const { screen, user } = await renderFile('Resposta.pdf', 'application/pdf');
  await user.click(await screen.findByRole('button', { name: 'Abrir Resposta.pdf' }));
  await expect.poll(() => readDownloadState(db, 'a')).toBe('wanted');
  await refuseDownload(db, 'a');
  expect(await screen.findByText('Não foi possível obter «Resposta.pdf». Tente de novo.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Abrir Resposta.pdf' }));
  expect(await screen.findByText('A obter o ficheiro…')).toBeVisible();
});

test('no address of a file outlives the page that shows it', async () => {
  await isHere('Resposta.pdf', 'application/pdf');
  const { screen } = await renderFile('Resposta.pdf', 'application/pdf');
  await screen.findByRole('link', { name: 'Abrir Resposta.pdf' });
  expect(blobs.size).toBe(1);
  cleanup();
  await waitFor(() => expect(blobs.size).toBe(0));
});
