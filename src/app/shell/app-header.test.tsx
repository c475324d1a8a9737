import { expect, it } from 'vitest';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { AppHeader } from './app-header.tsx';

it.each([
  ['/digitalizar/d', 'Criar pedido'],
  ['/resumo', 'Os meus pedidos'],
  ['/por-enviar', 'Os meus pedidos'],
])('the navigation says at %s that it is part of *%s*', async (address, name) => {
  const { screen } = await renderFeature(<AppHeader />, { address });
  expect(screen.getByRole('link', { current: 'page' })).toHaveAccessibleName(name);
});
