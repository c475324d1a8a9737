import { fireEvent, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { pdfBytes } from '../../../testing/builders.ts';
import { loseBytes } from '../../../testing/lost-bytes.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { codec, photo, renderPicker } from '../../../testing/render-picker.tsx';
import { TAB_GUEST_START } from '../../lib/tab-guest.ts';

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

  test('a picture turns, comes closer up to four times, and goes back to the whole', async () => {
    const { screen, user, choose } = await renderPicker();
    await choose(photo(2000));
    await user.click(await screen.findByRole('button', { name: 'Ver foto.jpg' }));
    const frame = (await screen.findByRole('img', { name: 'foto.jpg' })).parentElement;
    const press = async (name: string, times: number) => {
      for (let time = 0; time < times; time += 1) await user.click(screen.getByRole('button', { name }));
      return { ...frame?.dataset };
    };
    expect(await press('Rodar', 3)).toEqual({ turns: '3', zoom: '1' });
    expect(await press('Rodar', 1)).toEqual({ turns: '0', zoom: '1' });
    expect(await press('Aproximar', 5)).toEqual({ turns: '0', zoom: '4' });
    expect(await press('Afastar', 5)).toEqual({ turns: '0', zoom: '1' });
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
    const { screen, db, choose } = await renderPicker();
    await choose(new File(['Olá'], 'nota.txt'), photo(2000));
    await screen.findByRole('button', { name: 'Ver foto.jpg' });
    await db.attachments.toCollection().modify({ chunkCount: 0 });
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Ver/ })).toBeNull());
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getAllByText('Guardado na sua conta')).toHaveLength(2);
    expect(screen.queryByText('Guardado neste dispositivo')).toBeNull();
  });

  test('a picture of which the browser has lost the bytes is said not to be shown', async () => {
    const { screen, user, choose } = await renderPicker();
    await choose(photo(2000));
    const view = await screen.findByRole('button', { name: 'Ver foto.jpg' });
    loseBytes('chunks');
    await user.click(view);
    expect(await screen.findByText('Não foi possível mostrar a imagem.')).toBeVisible();
  });

  test('the file of a guest of one tab is said to be kept in the tab, and not on the device', async () => {
    const { screen, choose } = await renderPicker(codec, openMemoryDatabase(`${TAB_GUEST_START}1`));
    await choose(photo(2000));
    expect(await screen.findByText('Guardado neste separador')).toBeVisible();
    expect(screen.queryByText('Guardado neste dispositivo')).toBeNull();
  });
});
