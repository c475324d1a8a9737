import { fireEvent, waitFor } from '@testing-library/react';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { fillDisk } from '../../../testing/full-disk.ts';
import { createDesk, OPENED, renderScan } from '../../../testing/render-scan.tsx';
import { noteSpaceIsBack } from '../../db/core/storage-trouble.ts';
import { WHOLE_PHOTO } from './corners.ts';

afterEach(() => {
  vi.restoreAllMocks();
  noteSpaceIsBack();
});

/** Refuses as browsers do whose database is broken, with an error that does not name the disk. */
function refuseWrites(): void {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('broken', 'UnknownError');
  });
}

/** Longer than the live region takes to say a sentence. */
const TURNING_MS = 400;

test('a photo is said to be turned once its buttons are ready again', async () => {
  const desk = createDesk();
  const { screen } = await renderScan({ photos: 1, desk });
  await screen.findByRole('img', { name: 'Fotografia da página 1' });
  desk.open.mockImplementationOnce(
    () => new Promise((resolve) => setTimeout(() => resolve(OPENED), TURNING_MS)),
  );
  const use = screen.getByRole('button', { name: 'Usar esta página' });
  fireEvent.click(screen.getByRole('button', { name: 'Rodar' }));
  expect(use).toHaveAttribute('aria-busy');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Fotografia rodada.'));
  expect(use).not.toHaveAttribute('aria-busy');
});

test('a photo that cannot be turned on a full device can still be used', async () => {
  const { screen, db } = await renderScan({ photos: 1 });
  await screen.findByRole('img', { name: 'Fotografia da página 1' });
  const use = screen.getByRole('button', { name: 'Usar esta página' });
  db.scans.hook('updating', () => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  fireEvent.click(screen.getByRole('button', { name: 'Rodar' }));
  expect(use).toHaveAttribute('aria-busy');
  await waitFor(() => expect(use).not.toHaveAttribute('aria-busy'));
});

test('of corners that a full device could not keep, nothing is said', async () => {
  const { screen, db, sheets } = await renderScan({ photos: 1 });
  await screen.findByRole('img', { name: 'Fotografia da página 1' });
  await waitFor(async () => expect((await sheets())[0]?.corners).toBeTruthy());
  const fill = vi.fn(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  db.scans.hook('updating').subscribe(fill);
  fireEvent.click(screen.getByRole('button', { name: 'Fotografia inteira' }));
  await waitFor(() => expect(fill).toHaveBeenCalled());
  db.scans.hook('updating').unsubscribe(fill);
  fireEvent.click(screen.getByRole('button', { name: /^Para a direita/ }));
  const status = screen.getByRole('status');
  await waitFor(() => expect(status).not.toBeEmptyDOMElement());
  expect(status).toHaveTextContent(/^Canto superior esquerdo, 1.% da esquerda, 0.% do cimo$/);
});

test.each(['Fotografia inteira', 'Para a direita Canto superior esquerdo', 'Rodar', 'Usar esta página'])(
  'on a device that refuses every write, *%s* is said not to be kept, each time it is pressed',
  async (name) => {
    const { screen } = await renderScan({ photos: 1 });
    await screen.findByRole('img', { name: 'Fotografia da página 1' });
    const press = () => fireEvent.click(screen.getByRole('button', { name }));
    const findAlert = async () =>
      (await screen.findByText(/^Não foi possível guardar a página/)).closest('[role=alert]');
    refuseWrites();
    press();
    const first = await findAlert();
    expect(first).not.toBeNull();
    await waitFor(() => expect(screen.getByRole('button', { name })).not.toHaveAttribute('aria-busy'));
    press();
    // The same words are heard again only where they come anew.
    await waitFor(async () => expect(await findAlert()).not.toBe(first));
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  },
);

test('corners that a full device could not keep are kept with the page once there is room', async () => {
  const { screen, sheets } = await renderScan({ photos: 1 });
  await screen.findByRole('img', { name: 'Fotografia da página 1' });
  const free = fillDisk();
  fireEvent.click(screen.getByRole('button', { name: 'Fotografia inteira' }));
  await screen.findByText(/^Não foi possível guardar a página/);
  free();
  fireEvent.click(screen.getByRole('button', { name: 'Usar esta página' }));
  await waitFor(async () => expect(await sheets()).toMatchObject([{ isUsed: true, corners: WHOLE_PHOTO }]));
});
