import { fireEvent, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { createDesk, OPENED, renderScan } from '../../../testing/render-scan.tsx';

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
