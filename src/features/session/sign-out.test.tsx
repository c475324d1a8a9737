import { within } from '@testing-library/react';
import Dexie from 'dexie';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { JOAO, signInAtServer } from '../../../testing/sign-in.ts';
import { readSession } from '../../api/session-calls.ts';
import { readCurrentCitizen } from '../../db/core/device-database.ts';
import { keepDraftsOnDevice } from '../../db/drafts/restart-feed.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { keepRatingDraft } from '../../db/outbox/rating-draft.ts';

async function openSignedIn({ shared = false, server = createTestServer() } = {}) {
  const rendered = await renderApp({ at: '/definicoes', server });
  const { api, session } = rendered.app.services;
  await session.enter(await signInAtServer(api), shared);
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
  it('asks nothing on a shared device when nothing is kept, and ends the session', async () => {
    const app = await openSignedIn({ shared: true });
    await pressSignOut(app);
    await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    // Only the header is searched: below it, the demo lists its accounts by name.
    expect(within(app.screen.getByRole('banner')).queryByText('Maria Exemplo')).toBeNull();
    expect(await readSession(app.app.services.api)).toMatchObject({ value: { status: 'signedOut' } });
  });

  it('asks on an own device also when nothing is unsent, and proposes to keep only to whoever kept before', async () => {
    const app = await openSignedIn();
    const keepButton = () => app.screen.findByRole('button', { name: 'Sair e manter neste dispositivo' });
    await pressSignOut(app);
    expect((await keepButton()).className).not.toMatch(/primary/);
    await app.user.click(await keepButton());
    await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });

    const { api, session } = app.app.services;
    await session.enter(await signInAtServer(api), false);
    await app.app.router.navigate({ to: '/definicoes' });
    await pressSignOut(app);
    expect((await keepButton()).className).toMatch(/primary/);
  });

  it.each([{ shared: true }, { shared: false }])(
    'says which drafts are in the account too and which would be lost (%o)',
    async ({ shared }) => {
      const app = await openSignedIn({ shared });
      await keepDraftsOnDevice(app.db, true);
      const saved = await writeCompleteDraft(app.db, 'A minha dúvida guardada');
      const draft = await app.db.drafts.get(saved);
      const account = { etag: '1', savedAt: '', revision: draft?.revision ?? null, refusedRevision: null };
      await app.db.drafts.update(saved, { account });
      await writeCompleteDraft(app.db, 'A minha dúvida secreta');
      await pressSignOut(app);
      const dialog = await app.screen.findByRole('dialog', { name: 'Terminar a sessão?' });
      expect(dialog).toHaveTextContent(/1 rascunho que também está na sua conta:«A minha dúvida guardada»/);
      expect(dialog).toHaveTextContent(/1 rascunho só neste dispositivo:«A minha dúvida secreta»/);
      expect(dialog).toHaveTextContent('Se apagar, o que está na sua conta continua lá.');
      expect(dialog).toHaveTextContent('perde o que está só neste dispositivo');
    },
  );

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

  it.each(['Apagar e sair', 'Sair e manter neste dispositivo'])(
    'signs out by *%s* also on a device too full for the note that somebody has left',
    async (choice) => {
      const app = await openSignedIn();
      await writeDraft(app);
      await pressSignOut(app);
      const button = await app.screen.findByRole('button', { name: choice });
      fillDisk('write', ['device', 'facts']);
      await app.user.click(button);
      await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
      expect(await readCurrentCitizen(app.app.device)).toBeNull();
      expect(await Dexie.exists(app.db.name)).toBe(choice.startsWith('Sair'));
    },
  );

  it('erases what was written when asked to', async () => {
    const app = await openSignedIn();
    await writeDraft(app);
    await pressSignOut(app);
    const erase = await app.screen.findByRole('button', { name: 'Apagar e sair' });
    expect(erase.className).toMatch(/danger/);
    await app.user.click(erase);
    await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    expect(await Dexie.exists(app.db.name)).toBe(false);
  });

  it('from the settings erases what anybody keeps here, said with its size, and also without a session', async () => {
    const app = await openSignedIn();
    const { api, session } = app.app.services;
    await session.leave('keep');
    await session.enter(await signInAtServer(api, JOAO), false);
    await session.leave('keep');
    const storage = { estimate: async () => ({ usage: 3 * 1024 * 1024 }) };
    Object.defineProperty(navigator, 'storage', { configurable: true, value: storage });
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'storage'));
    const of = async () =>
      (await Dexie.getDatabaseNames()).filter((name) => name.startsWith('eclic-citizen'));
    expect(await of()).toHaveLength(2);
    await app.user.click(await app.screen.findByRole('button', { name: 'Apagar tudo deste dispositivo' }));
    const dialog = await app.screen.findByRole('dialog', { name: 'Apagar tudo deste dispositivo?' });
    expect(dialog).toHaveTextContent(/3 MB/);
    await app.user.click(within(dialog).getByRole('button', { name: 'Apagar tudo' }));
    await app.screen.findByText('O que o e-Clic guardava neste dispositivo foi apagado.');
    expect(await of()).toEqual([]);
  });

  it('from the settings asks before it erases also where the browser does not say how much is kept', async () => {
    const app = await openSignedIn();
    const storage = { estimate: () => Promise.reject(new TypeError('Not allowed')) };
    Object.defineProperty(navigator, 'storage', { configurable: true, value: storage });
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'storage'));
    await app.user.click(await app.screen.findByRole('button', { name: 'Apagar tudo deste dispositivo' }));
    expect(await app.screen.findByRole('dialog', { name: 'Apagar tudo deste dispositivo?' })).toBeVisible();
  });

  it('leaves nothing on a shared device, and says so first when something would be lost', async () => {
    const app = await openSignedIn({ shared: true });
    await writeDraft(app);
    await pressSignOut(app);
    await app.screen.findByRole('dialog', { name: 'Terminar a sessão?' });
    expect(app.screen.queryByRole('button', { name: 'Sair e manter neste dispositivo' })).toBeNull();
    const erase = app.screen.getByRole('button', { name: 'Apagar e sair' });
    expect(erase.className).toMatch(/primary/);
    await app.user.click(erase);
    await app.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    expect(await Dexie.exists(app.db.name)).toBe(false);
  });

  it('asks on a shared device also when only a rating is half written', async () => {
    const app = await openSignedIn({ shared: true });
    await keepRatingDraft(app.db, crypto.randomUUID(), { helpful: true, comment: 'Foi claro' });
    await pressSignOut(app);
    expect(await app.screen.findByText('1 envio por fazer')).toBeVisible();
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
    await app.user.click(await app.screen.findByRole('button', { name: 'Sair e manter neste dispositivo' }));
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
