import { within } from '@testing-library/react';
import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { readSession } from '../../api/session-calls.ts';
import { confirmCode, startPasswordSignIn } from '../../api/sign-in-calls.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { createTestServer, renderApp } from '../../testing/render-app.tsx';

const MARIA = { niss: '10000000000', password: 'Demonstracao1' };

async function openSignedIn({ shared = false, server = createTestServer() } = {}) {
  const rendered = await renderApp({ at: '/definicoes', server });
  const { api, session } = rendered.app.services;
  await startPasswordSignIn(api, MARIA);
  const outcome = await confirmCode(api, { code: '123456', shared: false });
  if (outcome.kind !== 'accepted') throw new Error('The sign-in was refused');
  await session.enter(outcome.value, shared);
  const db = rendered.app.scope.database();
  if (!db) throw new Error('Nobody is here');
  return { ...rendered, db };
}

async function writeDraft({ db }: Awaited<ReturnType<typeof openSignedIn>>): Promise<void> {
  const edit = { patch: { description: 'A minha dúvida' }, baseRevision: 0, writer: 'tab' };
  await saveDraft(db, crypto.randomUUID(), edit, new Date());
}

async function pressSignOut({ user, screen }: Awaited<ReturnType<typeof openSignedIn>>): Promise<void> {
  await user.click(await screen.findByRole('button', { name: 'Terminar sessão' }));
}

describe('signing out', () => {
  it('asks nothing when nothing is kept, and ends the session', async () => {
    const app = await openSignedIn();
    await pressSignOut(app);
    await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    // Below, the demo lists its accounts by name.
    expect(within(app.screen.getByRole('banner')).queryByText('Maria Exemplo')).toBeNull();
    expect(await readSession(app.app.services.api)).toMatchObject({ value: { status: 'signedOut' } });
  });

  it('says what is kept, and can be given up', async () => {
    const app = await openSignedIn();
    await writeDraft(app);
    await pressSignOut(app);
    const dialog = await app.screen.findByRole('dialog', { name: 'Terminar a sessão?' });
    expect(dialog).toHaveTextContent('1 rascunho');
    expect(await within(dialog).findByRole('button', { name: 'Descarregar cópia' })).toBeVisible();
    await app.user.click(app.screen.getByRole('button', { name: 'Cancelar' }));
    expect(app.screen.getAllByText('Maria Exemplo')).not.toHaveLength(0);
  });

  it('keeps what was written for when the citizen comes back', async () => {
    const app = await openSignedIn();
    await writeDraft(app);
    await pressSignOut(app);
    await app.user.click(await app.screen.findByRole('button', { name: 'Sair e manter neste dispositivo' }));
    await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    expect(await app.db.drafts.count()).toBe(1);
  });

  it('erases what was written when asked to', async () => {
    const app = await openSignedIn();
    await writeDraft(app);
    await pressSignOut(app);
    await app.user.click(await app.screen.findByRole('button', { name: 'Apagar e sair' }));
    await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    expect(await Dexie.exists(app.db.name)).toBe(false);
  });

  it('leaves nothing on a shared device, and says so first when something would be lost', async () => {
    const app = await openSignedIn({ shared: true });
    await writeDraft(app);
    await pressSignOut(app);
    await app.screen.findByRole('dialog', { name: 'Terminar a sessão?' });
    expect(app.screen.queryByRole('button', { name: 'Sair e manter neste dispositivo' })).toBeNull();
    await app.user.click(app.screen.getByRole('button', { name: 'Apagar e sair' }));
    await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    expect(await Dexie.exists(app.db.name)).toBe(false);
  });

  it('offline, is carried out at the next start before anything else is asked', async () => {
    const real = createTestServer();
    const calls: string[] = [];
    let isDown = false;
    const server = (request: Request) => {
      if (isDown) return Promise.reject(new TypeError('Failed to fetch'));
      calls.push(`${request.method} ${new URL(request.url).pathname}`);
      return real(request);
    };
    const app = await openSignedIn({ server });
    isDown = true;
    await pressSignOut(app);
    await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    await app.close();

    isDown = false;
    calls.length = 0;
    const again = await renderApp({ at: '/pedidos', server, device: 'same' });
    await again.app.services.session.reconcile();
    expect(calls.slice(0, 2)).toEqual(['DELETE /api/v1/session', 'GET /api/v1/session']);
    expect(again.path()).toBe('/entrar?voltar=%2Fpedidos');
  });
});
