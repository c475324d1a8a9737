import { waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { pdfBytes } from '../../../testing/builders.ts';
import { MB, photo, renderPicker } from '../../../testing/render-picker.tsx';
import type { PhotoCodec } from './photo-codec.ts';

describe('a large photo', () => {
  test('is added as it is, made smaller by a press and brought back by another, which keeps the focus', async () => {
    const { screen, user, choose, names } = await renderPicker();
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
    const { screen, user, choose, names } = await renderPicker(blind);
    await choose(photo(3 * MB));
    await user.click(await screen.findByRole('button', { name: /^Reduzir/ }));
    expect(await screen.findByText('Não foi possível reduzir «foto.jpg».')).toHaveFocus();
    expect(await names()).toEqual(['foto.jpg']);
  });

  test('that is too big to be attached is refused, and offered smaller', async () => {
    const { screen, user, button, choose, onIssues } = await renderPicker();
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
    const { screen, choose, onIssues } = await renderPicker();
    await choose(new File([pdfBytes(11 * MB)], 'filme.pdf'));
    await waitFor(() => expect(onIssues).toHaveBeenCalledTimes(1));
    expect(screen.queryByRole('button', { name: /^Reduzir/ })).toBeNull();
  });
});
