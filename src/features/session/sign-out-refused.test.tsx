import { waitFor } from '@testing-library/react';
import { IDBObjectStore } from 'fake-indexeddb';
import i18next from 'i18next';
import { afterEach, expect, it, vi } from 'vitest';
import { fillDisk } from '../../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { startTestI18n } from '../../../testing/render-feature.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { useNotices } from '../../state/notices.ts';
import { leaveAndTell } from './sign-out-steps.ts';

/** Opens the settings of Maria, whose device refuses to note anything once `cut` is called, and whose connection is gone from then on. */
async function openSettings() {
  const real = createTestServer();
  let isCut = false;
  const server = (request: Request) =>
    isCut ? Promise.reject(new TypeError('Failed to fetch')) : real(request);
  const rendered = await renderApp({ at: '/definicoes', server });
  const { api, session } = rendered.app.services;
  await session.enter(await signInAtServer(api), false);
  const { user, screen } = rendered;
  const press = async (name: string) => user.click(await screen.findByRole('button', { name }));
  const cut = () => {
    isCut = true;
    fillDisk('write', ['device', 'facts']);
  };
  return { ...rendered, press, cut };
}

afterEach(() => {
  vi.restoreAllMocks();
});

it.each([
  ['Terminar sessão', 'Apagar e sair', 'Não foi possível terminar a sessão.'],
  ['Terminar sessão', 'Sair e manter neste dispositivo', 'Não foi possível terminar a sessão.'],
  ['Apagar tudo deste dispositivo', 'Apagar tudo', 'Não foi possível apagar tudo deste dispositivo.'],
])(
  'whoever presses *%s* and *%s* on a full device without a connection hears that it failed, and stays on their page',
  async (first, second, sentence) => {
    const { app, screen, press, cut } = await openSettings();
    await press(first);
    await screen.findByRole('button', { name: second });
    cut();
    await press(second);
    const heard = () => screen.getAllByRole('alert').map(({ textContent }) => textContent);
    await waitFor(() => expect(heard().join()).toContain(sentence));
    expect(screen.getByRole('button', { name: first })).not.toHaveAttribute('aria-busy');
    expect(screen.getByRole('heading', { level: 1, name: 'Definições' })).toBeVisible();
    expect(app.scope.database()).not.toBeNull();
  },
);

it('whoever keeps what is here signs out also where the browser refuses every write', async () => {
  const { app, screen, press } = await openSettings();
  await press('Terminar sessão');
  await screen.findByRole('button', { name: 'Sair e manter neste dispositivo' });
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('refused', 'UnknownError');
  });
  await press('Sair e manter neste dispositivo');
  await screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
  expect(app.scope.database()).toBeNull();
});

it.each([true, false])(
  'whoever erases what is here hears that it is gone only where it is: %o',
  async (isErased) => {
    await startTestI18n();
    const t = i18next.getFixedT(null, 'common');
    await leaveAndTell({ db: openMemoryDatabase(), choice: 'erase', onLeave: async () => isErased, t });
    const { notice } = useNotices.getState();
    expect(notice?.text.includes('O que estava neste dispositivo foi apagado.')).toBe(isErased);
  },
);
