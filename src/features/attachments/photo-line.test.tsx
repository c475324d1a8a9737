import { waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { pdfBytes } from '../../../testing/builders.ts';
import { MB, photo, renderPicker } from '../../../testing/render-picker.tsx';
import type { PhotoCodec } from './photo-codec.ts';

const ORIGINALS = 'Usar o tamanho original';

describe('a large photo', () => {
  test('is made smaller by itself, which one line says and undoes for all, by a button that keeps the focus', async () => {
    const { screen, user, choose, names } = await renderPicker();
    await choose(photo(3 * MB), new File([pdfBytes()], 'fatura.pdf'), photo(4 * MB, 'verso.jpg'));
    const restore = await screen.findByRole('button', { name: ORIGINALS });
    await screen.findByText(/^Reduzimos 2 fotografias, que assim seguem depressa e sem o local/);
    expect(screen.getAllByText('Imagem JPG · 614 kB')).toHaveLength(2);
    expect(await names()).toEqual(['foto.jpg', 'fatura.pdf', 'verso.jpg']);

    await user.click(restore);
    const reduce = await screen.findByRole('button', { name: 'Reduzir o tamanho' });
    expect(reduce).toHaveFocus();
    expect(screen.getByText('Imagem JPG · 3 MB')).toBeVisible();
    await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('voltaram ao tamanho original'));
    expect(await names()).toEqual(['foto.jpg', 'fatura.pdf', 'verso.jpg']);

    await user.click(reduce);
    await waitFor(() => expect(screen.getAllByText('Imagem JPG · 614 kB')).toHaveLength(2));
    expect(await screen.findByRole('button', { name: ORIGINALS })).toHaveFocus();
  });

  test('stays large beside others that were taken back', async () => {
    const { screen, user, choose } = await renderPicker();
    await choose(photo(3 * MB));
    await user.click(await screen.findByRole('button', { name: ORIGINALS }));
    await screen.findByRole('button', { name: 'Reduzir o tamanho' });
    await choose(photo(4 * MB, 'verso.jpg'));
    expect(await screen.findByText('Imagem JPG · 4 MB')).toBeVisible();
    expect(screen.queryByRole('button', { name: ORIGINALS })).toBeNull();
  });

  test('that was made smaller is a double when it is chosen again', async () => {
    const { screen, choose, names, onIssues } = await renderPicker();
    await choose(photo(3 * MB));
    await screen.findByRole('button', { name: ORIGINALS });
    await choose(photo(3 * MB, 'de novo.jpg'));
    await waitFor(() =>
      expect(onIssues.mock.calls.at(-1)?.[0]).toMatchObject([{ code: 'attachmentDuplicate' }]),
    );
    expect(await names()).toEqual(['foto.jpg']);
  });

  test('that cannot be made smaller stays, and says so to whoever tries', async () => {
    const blind: PhotoCodec = { decode: () => Promise.reject(new Error('not drawn')) };
    const { screen, user, choose, names } = await renderPicker(blind);
    await choose(photo(3 * MB));
    await user.click(await screen.findByRole('button', { name: 'Reduzir o tamanho' }));
    expect(
      await screen.findByText('Não foi possível reduzir «foto.jpg».', { selector: 'main *' }),
    ).toBeVisible();
    expect(await names()).toEqual(['foto.jpg']);
  });

  test('that is too big to be attached as it is goes smaller, and says so', async () => {
    const { screen, choose, names, onIssues } = await renderPicker();
    await choose(photo(11 * MB, 'enorme.jpg'));
    expect(await screen.findByText(/«enorme.jpg». Seguem mais pequenas/)).toBeVisible();
    expect(onIssues.mock.calls.at(-1)?.[0]).toEqual([]);
    expect(await names()).toEqual(['enorme.jpg']);
    expect(screen.queryByRole('button', { name: ORIGINALS })).toBeNull();
  });

  test('is no film: what is too big and no photo is only refused', async () => {
    const { choose, names, onIssues } = await renderPicker();
    await choose(new File([pdfBytes(11 * MB)], 'filme.pdf'));
    await waitFor(() => expect(onIssues).toHaveBeenCalledTimes(1));
    expect(onIssues.mock.calls[0]?.[0]).toMatchObject([{ code: 'attachmentTooBig' }]);
    expect(await names()).toEqual([]);
  });
});
