import { waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { jpegHeader } from '../../../testing/jpeg-header.ts';
import { createDesk, FOUND, LOOK, OPENED, paperPhoto, renderScan } from '../../../testing/render-scan.tsx';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { WHOLE_PHOTO } from './corners.ts';

afterEach(() => endTrouble('memoryOnly'));

/** Waits for the photo, since the sheet can be used only once it is shown. */
async function use({ screen, user }: Awaited<ReturnType<typeof renderScan>>, number = 1) {
  await screen.findByRole('img', { name: `Fotografia da página ${number}` });
  await user.click(screen.getByRole('button', { name: 'Usar esta página' }));
}

describe('a photo of paper', () => {
  test('is kept before anything is made of it, and its corners are proposed', async () => {
    const { screen, take, sheets } = await renderScan();
    await take('Fotografar papel', paperPhoto());
    expect(await screen.findByRole('heading', { name: 'Página 1' })).toBeVisible();
    await waitFor(async () => expect((await sheets())[0]).toMatchObject({ isUsed: false, corners: FOUND }));
    expect(await screen.findByRole('img', { name: 'Fotografia da página 1' })).toBeVisible();
  });

  test('has corners whose name and place are spoken, and which keys and buttons move', async () => {
    const { screen, user, sheets } = await renderScan({ photos: 1 });
    const corner = await screen.findByRole('button', {
      name: 'Canto superior esquerdo, 10\u00a0% da esquerda, 10\u00a0% do cimo',
    });
    corner.focus();
    await user.keyboard('{ArrowRight}{Shift>}{ArrowDown}{/Shift}');
    const name = 'Canto superior esquerdo, 11\u00a0% da esquerda, 15\u00a0% do cimo';
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('11 % da esquerda, 15 % do cimo'),
    );
    expect(screen.getByRole('button', { name })).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Para cima Canto superior esquerdo' }));
    await waitFor(async () => expect((await sheets())[0]?.corners?.[0]).toEqual({ x: 0.11, y: 0.14 }));
  });

  test('is taken whole, or turned with its corners, and looked at anew', async () => {
    const { screen, user, desk, sheets } = await renderScan({ photos: 1 });
    await screen.findByRole('img', { name: 'Fotografia da página 1' });
    await user.click(screen.getByRole('button', { name: 'Rodar' }));
    await waitFor(() => expect(desk.open).toHaveBeenLastCalledWith(expect.anything(), 1));
    const [sheet] = await sheets();
    expect(sheet?.corners?.[0]?.x).toBeCloseTo(1 - 0.88);
    await user.click(await screen.findByRole('button', { name: 'Fotografia inteira' }));
    await waitFor(async () => expect((await sheets())[0]?.corners).toEqual(WHOLE_PHOTO));
  });

  test('that is taken again stands in the place of the one before', async () => {
    const { take, sheets, screen } = await renderScan({ photos: 1 });
    await take('Repetir', paperPhoto(7));
    await waitFor(async () => expect((await sheets())[0]?.id).not.toBe('s1'));
    expect(await sheets()).toHaveLength(1);
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Página 1' })).toBeVisible());
  });

  test('that is doubted is asked about in one line, and is used all the same', async () => {
    const desk = createDesk();
    desk.look.mockResolvedValue({ look: LOOK, doubts: ['blurred'] });
    const rendered = await renderScan({ photos: 1, desk });
    const { screen, sheets } = rendered;
    const line = await screen.findByText('Parece tremida. Consegue ler todas as palavras?');
    expect(line).toBeVisible();
    await use(rendered);
    await waitFor(async () => expect((await sheets())[0]?.isUsed).toBe(true));
  });

  test('without corners to be found says so, and may be used whole', async () => {
    const desk = createDesk();
    desk.open.mockResolvedValue(OPENED);
    const { screen, sheets } = await renderScan({ photos: 1, desk });
    expect(await screen.findByText(/^Não foi possível encontrar os cantos da folha/)).toBeVisible();
    expect((await sheets())[0]?.corners).toEqual(WHOLE_PHOTO);
  });

  test('that the browser cannot work on can be attached as it is', async () => {
    const desk = createDesk();
    desk.open.mockRejectedValue(new Error('no canvas'));
    const { screen, user, files, sheets } = await renderScan({ photos: 1, desk });
    await user.click(await screen.findByRole('button', { name: 'Juntar tal como está' }));
    await waitFor(async () => expect((await files()).map(({ name }) => name)).toEqual(['fotografia.jpg']));
    expect(await sheets()).toEqual([]);
  });

  test('that is none is not kept, and this is said', async () => {
    const { screen, take, sheets } = await renderScan();
    await take('Fotografar papel', new File(['palavras'], 'nota.jpg', { type: 'image/jpeg' }));
    expect(await screen.findByText(/^«nota.jpg» não é uma fotografia/)).toBeVisible();
    expect(await sheets()).toEqual([]);
  });

  test('that the device has no room for is told of, and those before it stay', async () => {
    const rendered = await renderScan({ photos: 1 });
    const { screen, take, db, sheets } = rendered;
    await use(rendered);
    db.chunks.hook('creating', () => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await take('Juntar mais uma página', paperPhoto(2));
    expect(
      await screen.findByText(/^Não há espaço neste dispositivo para mais uma fotografia/),
    ).toBeVisible();
    expect(await sheets()).toHaveLength(1);
  });
});

describe('the sheets', () => {
  async function renderThree() {
    const rendered = await renderScan({ photos: 3 });
    for (let n = 1; n <= 3; n += 1) {
      await rendered.screen.findByRole('heading', { name: `Página ${n}` });
      await use(rendered, n);
    }
    const list = await rendered.screen.findByRole('list');
    const ids = async () => (await rendered.sheets()).map(({ id }) => id);
    return { ...rendered, list, ids };
  }

  test('come one after the other, and stand in a list when all are used', async () => {
    const { list, screen } = await renderThree();
    expect(within(list).getAllByRole('listitem')).toHaveLength(3);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Digitalizar documento');
  });

  test('are said to be kept on the device only where the browser keeps anything', async () => {
    const { screen } = await renderThree();
    const line = await screen.findByText(/^As páginas estão guardadas neste dispositivo/);
    noteTrouble('memoryOnly');
    await waitFor(() => expect(line).not.toBeInTheDocument());
  });

  test('move by a press, which keeps the focus and is told', async () => {
    const { user, screen, ids } = await renderThree();
    await user.click(screen.getByRole('button', { name: 'Subir Página 2' }));
    await waitFor(async () => expect(await ids()).toEqual(['s2', 's1', 's3']));
    // The first sheet cannot go further up, so the other button of its row takes the focus.
    await waitFor(() => expect(screen.getByRole('button', { name: 'Descer Página 1' })).toHaveFocus());
    expect(screen.queryByRole('button', { name: 'Subir Página 1' })).toBeNull();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('A página 2 é agora a 1.'));
  });

  test('are removed and adjusted again one by one', async () => {
    const { user, screen, ids, list } = await renderThree();
    await user.click(screen.getByRole('button', { name: 'Remover Página 1' }));
    await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(2));
    expect(await ids()).toEqual(['s2', 's3']);
    await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
    await user.click(screen.getByRole('button', { name: 'Acertar cantos Página 2' }));
    expect(await screen.findByRole('heading', { name: 'Página 2' })).toBeVisible();
  });

  test('become one PDF of the chosen tone and name, among the files of the draft', async () => {
    const { user, screen, desk, files, sheets, pathname, draftId } = await renderThree();
    await user.click(screen.getByRole('radio', { name: 'Preto e branco' }));
    await user.type(screen.getByRole('textbox', { name: 'Nome do PDF' }), 'Contrato');
    await user.click(screen.getByRole('button', { name: 'Juntar como um PDF' }));
    await waitFor(() => expect(pathname()).toBe(`/rascunhos/${draftId}/anexos`));
    expect(await files()).toMatchObject([{ name: 'Contrato.pdf', type: 'application/pdf' }]);
    expect(await sheets()).toEqual([]);
    expect(desk.make).toHaveBeenCalledTimes(3);
    expect(desk.make.mock.calls[0]?.[1]).toMatchObject({ tone: 'black-white', corners: FOUND });
  });

  test('stay when they cannot be made into a PDF, and the name that was typed too', async () => {
    const desk = createDesk();
    desk.make.mockRejectedValue(new Error('no memory'));
    const rendered = await renderScan({ photos: 1, desk });
    const { user, screen, sheets, db, draftId } = rendered;
    await use(rendered);
    await user.type(await screen.findByRole('textbox', { name: 'Nome do PDF' }), 'Recibos');
    await user.click(screen.getByRole('button', { name: 'Juntar como um PDF' }));
    expect(await screen.findByText(/^Não foi possível preparar o ficheiro/)).toBeVisible();
    expect(await sheets()).toHaveLength(1);
    expect((await db.scans.get(draftId))?.name).toBe('Recibos');
  });

  test('that make too large a PDF are not attached, and what helps is said', async () => {
    const bytes = new Uint8Array(11 * 1024 * 1024);
    bytes.set(new Uint8Array(jpegHeader()));
    const desk = createDesk();
    desk.make.mockResolvedValue({ bytes: bytes.buffer, width: 1240, height: 1754 });
    const rendered = await renderScan({ photos: 1, desk });
    const { user, screen, files } = rendered;
    await use(rendered);
    await user.click(await screen.findByRole('button', { name: 'Juntar como um PDF' }));
    expect(await screen.findByText(/Cada ficheiro pode ter até 10 MB/)).toBeVisible();
    expect(screen.getByText(/Escolha «Preto e branco»/)).toBeVisible();
    expect(await files()).toEqual([]);
  });
});
