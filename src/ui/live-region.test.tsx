import { render, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { announce, StatusRegion } from './live-region.tsx';

/** Returns the texts that the region goes through, including each time it is emptied. */
function recordChanges(region: HTMLElement): string[] {
  const changes: string[] = [];
  new MutationObserver(() => changes.push(region.textContent ?? '')).observe(region, { childList: true });
  return changes;
}

it('says a sentence politely, or at once when it matters', async () => {
  render(<StatusRegion />);
  announce('Guardado neste dispositivo');
  announce('Não foi possível guardar', 'assertive');
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('Guardado neste dispositivo'));
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('Não foi possível guardar'));
});

it('says the same sentence twice by emptying the region in between', async () => {
  render(<StatusRegion />);
  const changes = recordChanges(screen.getByRole('status'));
  announce('Anexo removido');
  await waitFor(() => expect(changes).toEqual(['Anexo removido']));
  announce('Anexo removido');
  await waitFor(() => expect(changes).toEqual(['Anexo removido', '', 'Anexo removido']));
});

it('loses neither of two sentences that come together', async () => {
  render(<StatusRegion />);
  announce('A enviar o pedido');
  announce('Pedido recebido');
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent('A enviar o pedido Pedido recebido'),
  );
});
