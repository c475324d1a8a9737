import { createEvent, fireEvent, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { listAttachments } from '../../db/attachments.ts';
import type { CitizenDatabase } from '../../db/citizen-database.ts';
import { pdfBytes, writeCompleteDraft } from '../../testing/builders.ts';
import { openMemoryDatabase } from '../../testing/memory-database.ts';
import { renderFeature } from '../../testing/render-feature.tsx';
import { AttachmentPicker } from './attachment-picker.tsx';
import type { PhotoCodec } from './photo-codec.ts';

const MB = 1024 * 1024;

let db: CitizenDatabase;
let draftId: string;
const onIssues = vi.fn();

/** Draws every photo in 600 kB. */
const codec: PhotoCodec = {
  decode: async () => ({
    width: 4000,
    height: 3000,
    hasTransparency: () => false,
    encode: async (_size, type) => new Blob([photoBytes(0.6 * MB, 9)], { type }),
    close: () => undefined,
  }),
};

beforeEach(async () => {
  onIssues.mockClear();
  db = openMemoryDatabase();
  draftId = await writeCompleteDraft(db);
});

function photoBytes(size: number, fill = 7) {
  const bytes = new Uint8Array(Math.round(size)).fill(fill);
  bytes.set([0xff, 0xd8, 0xff]);
  return bytes;
}

const photo = (size: number, name = 'foto.jpg') => new File([photoBytes(size)], name, { type: 'image/jpeg' });

async function renderPicker(withCodec = codec) {
  const rendered = await renderFeature(
    <>
      <textarea aria-label="Mensagem" />
      <AttachmentPicker
        draftId={draftId}
        errors={[]}
        onIssues={onIssues}
        onReading={() => undefined}
        codec={withCodec}
      />
    </>,
    { db },
  );
  const button = await rendered.screen.findByRole('button', { name: 'Escolher ficheiros' });
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('No place for files');
  return { ...rendered, button, choose: (...files: File[]) => rendered.user.upload(input, files) };
}

const names = async () => (await listAttachments(db, draftId)).map(({ name }) => name);

describe('the clipboard', () => {
  /** True: the page took it; false: it was left to the browser. */
  function paste(target: Element, files: File[], types: string[]): boolean {
    const event = createEvent.paste(target, { clipboardData: { files, types } });
    fireEvent(target, event);
    return event.defaultPrevented;
  }
  const screenshot = () => new File([photoBytes(50)], 'image.png', { type: 'image/png' });

  test('gives files and pictures wherever the focus is, a screenshot with a name to know it by', async () => {
    const { screen } = await renderPicker();
    expect(screen.getByText(/ou colá-los aqui/)).toBeVisible();
    expect(paste(document.body, [screenshot(), new File([pdfBytes()], 'fatura.pdf')], ['Files'])).toBe(true);
    await waitFor(async () => expect(await names()).toHaveLength(2));
    expect((await names())[0]).toMatch(/^imagem-\d{4}-\d\d-\d\d-\d\d-\d\d\.png$/);
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Colou 2 ficheiros.'));
  });

  test('gives a picture also while a message is being written', async () => {
    const { screen } = await renderPicker();
    expect(paste(screen.getByRole('textbox', { name: 'Mensagem' }), [screenshot()], ['Files'])).toBe(true);
    await waitFor(async () => expect(await names()).toHaveLength(1));
  });

  test('gives words to a text although a picture of them lies beside', async () => {
    const { screen } = await renderPicker();
    const text = screen.getByRole('textbox', { name: 'Mensagem' });
    expect(paste(text, [screenshot()], ['text/plain', 'Files'])).toBe(false);
    expect(paste(document.body, [], ['text/plain'])).toBe(false);
    expect(await names()).toEqual([]);
  });
});

test('files dropped anywhere on the page are taken, and words dragged over it are left alone', async () => {
  const { screen } = await renderPicker();
  const words = createEvent.drop(document.body, { dataTransfer: { files: [], types: ['text/plain'] } });
  fireEvent(document.body, words);
  expect(words.defaultPrevented).toBe(false);
  const dataTransfer = { files: [new File([pdfBytes()], 'fatura.pdf')], types: ['Files'] };
  fireEvent.dragOver(document.body, { dataTransfer });
  expect(await screen.findByText('Largue aqui os ficheiros')).toBeVisible();
  fireEvent.drop(document.body, { dataTransfer });
  expect(await screen.findByRole('button', { name: 'Remover fatura.pdf' })).toBeVisible();
  expect(screen.queryByText('Largue aqui os ficheiros')).toBeNull();
});

describe('a large photo', () => {
  test('is added as it is, made smaller by a press and brought back by another, which keeps the focus', async () => {
    const { screen, user, choose } = await renderPicker();
    await choose(photo(3 * MB), new File([pdfBytes()], 'fatura.pdf'));
    const reduce = await screen.findByRole('button', { name: 'Reduzir para cerca de 0,6 MB foto.jpg' });
    expect(screen.getByText(/não leva o local nem a data/)).toBeVisible();
    expect(screen.getByText('Imagem JPG · 3 MB')).toBeVisible();

    await user.click(reduce);
    const back = await screen.findByRole('button', { name: 'Voltar ao original foto.jpg' });
    expect(back).toHaveFocus();
    expect(screen.getByText('Imagem JPG · 614 kB')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('«foto.jpg» ficou com 614 kB.'));
    expect(await names()).toEqual(['foto.jpg', 'fatura.pdf']);

    await user.click(back);
    await screen.findByRole('button', { name: 'Reduzir para cerca de 0,6 MB foto.jpg' });
    expect(screen.getByText('Imagem JPG · 3 MB')).toBeVisible();
    expect(await names()).toEqual(['foto.jpg', 'fatura.pdf']);
  });

  test('that cannot be made smaller stays, and says so', async () => {
    const blind: PhotoCodec = { decode: () => Promise.reject(new Error('not drawn')) };
    const { screen, user, choose } = await renderPicker(blind);
    await choose(photo(3 * MB));
    await user.click(await screen.findByRole('button', { name: /^Reduzir/ }));
    expect(await screen.findByText('Não foi possível reduzir «foto.jpg».')).toBeVisible();
    expect(await names()).toEqual(['foto.jpg']);
  });

  test('that is too big to be attached is refused, and offered smaller', async () => {
    const { screen, user, button, choose } = await renderPicker();
    await choose(photo(11 * MB, 'enorme.jpg'), photo(12 * MB, 'maior.jpg'));
    await waitFor(() => expect(onIssues).toHaveBeenCalledTimes(1));
    expect(onIssues.mock.calls[0]?.[0]).toMatchObject([
      { code: 'attachmentTooBig' },
      { code: 'attachmentTooBig' },
    ]);
    await user.click(await screen.findByRole('button', { name: 'Reduzir e juntar enorme.jpg' }));
    expect(await screen.findByRole('button', { name: 'Remover enorme.jpg' })).toBeVisible();
    expect(button).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Reduzir e juntar enorme.jpg' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Reduzir e juntar maior.jpg' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Voltar ao original/ })).toBeNull();
  });

  test('is no film: what is too big and no photo is only refused', async () => {
    const { screen, choose } = await renderPicker();
    await choose(new File([pdfBytes(11 * MB)], 'filme.pdf'));
    await waitFor(() => expect(onIssues).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole('button', { name: /^Reduzir/ })).toBeNull();
  });
});

describe('looking at what was added', () => {
  const blobs: Blob[] = [];

  beforeEach(() => {
    blobs.length = 0;
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      if (blob instanceof Blob) blobs.push(blob);
      return `blob:e-clic/${blobs.length}`;
    });
  });

  test('a picture opens larger, closes with Esc or the button, and gives the focus back', async () => {
    const { screen, user, choose } = await renderPicker();
    await choose(photo(2000));
    const view = await screen.findByRole('button', { name: 'Ver foto.jpg' });
    for (const close of [
      () => user.click(screen.getByRole('button', { name: 'Fechar' })),
      () => fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true })),
    ]) {
      await user.click(view);
      const dialog = await screen.findByRole('dialog', { name: 'foto.jpg' });
      expect(await within(dialog).findByRole('img', { name: 'foto.jpg' })).toBeVisible();
      expect(blobs.at(-1)?.type).toBe('image/jpeg');
      await close();
      await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
      expect(view).toHaveFocus();
    }
  });

  test('a PDF opens in a tab of its own, as a PDF and nothing else', async () => {
    const { screen, choose } = await renderPicker();
    await choose(new File([pdfBytes()], 'fatura.pdf', { type: 'text/html' }));
    const open = await screen.findByRole('link', { name: 'Abrir fatura.pdf' });
    expect(open).toHaveAttribute('target', '_blank');
    expect(open).toHaveAttribute('rel', 'noopener');
    expect(blobs.map(({ type }) => type)).toEqual(['application/pdf']);
  });

  test('what no browser shows, or another device has, is not offered', async () => {
    const { screen, choose } = await renderPicker();
    await choose(new File(['Olá'], 'nota.txt'), photo(2000));
    await screen.findByRole('button', { name: 'Ver foto.jpg' });
    await db.attachments.toCollection().modify({ chunkCount: 0 });
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Ver/ })).toBeNull());
    expect(screen.queryByRole('link')).toBeNull();
  });
});
