import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fillDisk } from '../../../testing/full-disk.ts';
import { paste } from '../../../testing/paste.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { MARIA } from '../../../testing/sign-in.ts';
import { isTabGuest } from '../../db/core/occupant.ts';

const START = 'Começar um pedido sem iniciar sessão';
const NOT_KEPT = 'Não foi possível guardar neste dispositivo. Liberte espaço e tente de novo.';

it.each([{ isShared: false }, { isShared: true }])(
  'a guest is told what to do where the device has no room for them, on the page where they were: %o',
  async ({ isShared }) => {
    const { user, screen, app } = await renderApp({ at: '/entrar' });
    const niss = await screen.findByRole('textbox', { name: 'NISS' });
    await paste(user, niss, MARIA);
    const box = screen.getByRole('checkbox', { name: 'Este dispositivo é partilhado' });
    if (isShared) await user.click(box);
    const makeRoom = fillDisk('write', ['device']);
    const start = screen.getByRole('link', { name: START });
    await user.click(start);
    await waitFor(() => expect(screen.getByText(NOT_KEPT)).toBeVisible());
    expect(screen.getByRole('heading', { level: 1, name: 'Iniciar sessão' })).toBeVisible();
    expect(niss).toHaveValue(MARIA);
    expect(box.matches(':checked')).toBe(isShared);
    makeRoom();
    await user.click(start);
    await screen.findByRole('heading', { level: 1, name: 'Descrição do pedido' });
    expect(isTabGuest(app.scope.database())).toBe(isShared);
  },
);

it('who said there that the device is shared is not let into what a guest of an own device has begun', async () => {
  const rendered = await renderApp({ at: '/entrar' });
  const { user, screen, app, path } = rendered;
  await user.click(await screen.findByRole('link', { name: START }));
  await screen.findByRole('heading', { level: 1, name: 'Descrição do pedido' });
  await app.router.navigate({ to: '/entrar' });
  await user.click(await screen.findByRole('checkbox', { name: 'Este dispositivo é partilhado' }));
  fillDisk('write', ['device']);
  await user.click(screen.getByRole('link', { name: START }));
  await waitFor(() => expect(screen.getByText(NOT_KEPT)).toBeVisible());
  await waitFor(() => expect(path()).toMatch(/^\/entrar/));
});
