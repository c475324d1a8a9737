import { waitFor, within } from '@testing-library/react';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { fill } from '../../../testing/password-page.ts';
import { paste } from '../../../testing/paste.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import {
  expectNothingLeft,
  OF_MARIA,
  openShared,
  readEverythingKept,
  WORDS_OF_MARIA,
} from '../../../testing/shared-device.ts';
import { JOAO, signInAtServer } from '../../../testing/sign-in.ts';
import { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { readTrouble } from '../../db/core/storage-trouble.ts';
import { readUnsavedWords } from '../../db/drafts/unsaved-words.ts';
import { eraseCitizen, eraseMarked } from '../../db/storage/erase-citizen.ts';
import { noteLeaving } from '../../db/storage/forget-citizen.ts';

const MINUTE_MS = 60_000;

describe('a shared device', () => {
  it('keeps nothing of whoever signs out, and asks first when something is unsent', async () => {
    const { user, screen, app } = await openShared();
    sessionStorage.setItem('eclic-sign-in', JSON.stringify({ returnPath: '/rascunhos/doença' }));
    expect(await readEverythingKept()).toMatch(OF_MARIA);
    await user.click(screen.getByRole('button', { name: 'Terminar sessão' }));
    const dialog = await screen.findByRole('dialog', { name: 'Terminar a sessão?' });
    expect(dialog).toHaveTextContent('1 rascunho');
    await user.click(within(dialog).getByRole('button', { name: 'Apagar e sair' }));

    await screen.findByText('Terminou a sessão. O que estava neste dispositivo foi apagado.');
    await expectNothingLeft();
    expect(document.body).not.toHaveTextContent(WORDS_OF_MARIA);
    expect(document.title).not.toMatch(OF_MARIA);
    expect(app.scope.database()).toBeNull();
  });

  it.each([
    { leavesFirst: 'erase', forgets: true },
    { leavesFirst: 'keep', forgets: false },
  ] as const)(
    'has the browser forget the site, unless somebody else keeps something here (%o)',
    async (one) => {
      const calls: string[] = [];
      const { app } = await openShared({ calls });
      const { session, api } = app.services;
      await session.enter(await signInAtServer(api, JOAO), false);
      await session.leave(one.leavesFirst);
      await session.enter(await signInAtServer(api), true);
      await session.leave('erase');
      expect(calls.at(-1)).toBe(`DELETE /api/v1/session${one.forgets ? '?forget=device' : ''}`);
    },
  );

  it('says that all is gone also where the browser, while it forgets the site, cuts off what is written last', async () => {
    let cutOff = () => {};
    const { app, user, screen } = await openShared({ onForget: () => cutOff() });
    cutOff = () => {
      const { core } = app.device;
      const begin = core.transaction;
      core.transaction = (...given) => {
        core.transaction = begin;
        const transaction = begin(...given);
        queueMicrotask(() => transaction.abort());
        return transaction;
      };
    };
    await user.click(screen.getByRole('button', { name: 'Terminar sessão' }));
    await user.click(await screen.findByRole('button', { name: 'Apagar e sair' }));
    await screen.findByText('Terminou a sessão. O que estava neste dispositivo foi apagado.');
  });

  it('lets go in every tab: the database of an open one cannot come back', async () => {
    const { app, db, screen, draftId } = await openShared();
    await app.services.session.leave('erase');
    await screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    await expect(db.drafts.update(draftId, { description: WORDS_OF_MARIA })).rejects.toThrow(/closed/i);
    expect(await Dexie.exists(db.name)).toBe(false);
  });

  it.each([{ isGoneFirst: false }, { isGoneFirst: true }])(
    'shows nothing of what was being typed in another tab, nor offers it, when it is wiped (%o)',
    async ({ isGoneFirst }) => {
      const { app, screen, user, db } = await openShared({ at: '/rascunhos/novo' });
      const field = await screen.findByRole('textbox', { name: 'Descrição do pedido' });
      await paste(user, field, 'A minha morada nova');
      // The tab may hear of it before or after the database is gone.
      if (isGoneFirst) await eraseCitizen(db.citizenId);
      await noteLeaving(app.device, 'erase');
      await eraseMarked(app.device);

      await screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
      await expectNothingLeft();
      expect(document.body).not.toHaveTextContent(/morada/);
      // The editor is removed with its page: its last save finds that everything was erased.
      await waitFor(() => expect(readUnsavedWords(db.citizenId)).toEqual([]));
      expect(readTrouble()).toBeNull();
    },
  );

  it('is wiped after ten minutes in which nobody did anything, and says so', async () => {
    const { screen, clock } = await openShared();
    clock.pass(10 * MINUTE_MS);
    await screen.findByText(/^A sessão terminou porque ninguém usou o e-Clic/);
    await screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    await expectNothingLeft();
  });

  it('shows no palavra-chave that was being changed once those minutes are over', async () => {
    const shared = await openShared();
    const { app, screen, clock } = shared;
    await app.router.navigate({ to: '/palavra-chave' });
    await fill(shared, 'Palavra-chave atual', 'Demonstracao1');
    await fill(shared, 'Nova palavra-chave', 'quatro gatos');
    clock.pass(10 * MINUTE_MS);
    await screen.findByText(/^A sessão terminou porque ninguém usou o e-Clic/);
    await waitFor(() => expect(screen.queryAllByDisplayValue(/Demonstracao1|quatro gatos/)).toEqual([]));
  });

  it('shows a citizen’s words on no page that is open to everybody once another citizen has come', async () => {
    const shared = await openShared({ at: '/estado' });
    const { app, screen } = shared;
    await fill(shared, 'Referência', 'EC-2026-0000123');
    await app.services.session.enter(await signInAtServer(app.services.api, JOAO), true);
    await waitFor(() => expect(screen.getByLabelText('Referência')).toHaveValue(''));
  });

  it('is not kept open by what the app asks the server by itself', async () => {
    const { screen, app, clock } = await openShared();
    clock.pass(7 * MINUTE_MS);
    await app.services.session.reconcile();
    clock.pass(3 * MINUTE_MS);
    await screen.findByText(/^A sessão terminou porque ninguém usou o e-Clic/);
    await expectNothingLeft();
  });

  it('is wiped at the next start before anything is shown', async () => {
    const first = await openShared();
    await first.close();
    first.clock.pass(10 * MINUTE_MS);
    const calls: string[] = [];
    const again = await renderApp({
      at: `/rascunhos/${first.draftId}/descricao`,
      device: 'same',
      clock: first.clock,
      server: (request) => {
        const { pathname, search } = new URL(request.url);
        calls.push(`${request.method} ${pathname}${search}`);
        return first.server(request);
      },
    });
    expect(again.path()).toMatch(/^\/entrar/);
    await expectNothingLeft();
    await again.app.services.session.reconcile();
    expect(calls[0]).toBe('DELETE /api/v1/session?forget=device');
    expect(again.app.scope.database()).toBeNull();
  });

  it('goes on after a reload within that time', async () => {
    const first = await openShared();
    await first.close();
    first.clock.pass(9 * MINUTE_MS);
    const { server, clock } = first;
    const again = await renderApp({ at: '/pedidos', device: 'same', clock, server });
    await again.screen.findByRole('link', { name: WORDS_OF_MARIA });
  });

  it('is wiped also when the tab is killed in the middle of it', async () => {
    const { app, db, server, clock, close } = await openShared();
    await noteLeaving(app.device, 'erase');
    await close();
    db.close();
    const left = new CitizenDatabase(db.citizenId);
    expect(await left.drafts.count()).toBe(1);
    left.close();
    await renderApp({ at: '/pedidos', device: 'same', server, clock });
    await expectNothingLeft();
  });
});
