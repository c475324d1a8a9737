import { fireEvent, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
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
