import { waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { submitCompleteDraft, writeCompleteDraft } from '../../../testing/builders.ts';
import { paste } from '../../../testing/paste.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { JOAO, signInAtServer } from '../../../testing/sign-in.ts';
import { endSession } from '../../api/session-calls.ts';
import { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { rememberCitizen } from '../../db/core/device-database.ts';
import { requestRound } from '../../db/core/metadata.ts';
import { listWaiting } from '../../db/outbox/outbox.ts';
import { showNotice } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';

const MINUTE_MS = 60_000;
const SIGNED_IN = { status: 'citizen', isSignedIn: true };
const WORDS = 'Só da Maria: a minha doença';

async function openAsMaria(real = createTestServer()) {
  const writes: string[] = [];
  const rendered = await renderApp({
    at: '/ajuda',
    server: (request) => {
      if (request.method === 'PUT') writes.push(`${request.headers.get('X-Citizen')} ${request.url}`);
      return real(request);
    },
  });
  const { services, scope } = rendered.app;
  await services.session.reconcile();
  const session = await signInAtServer(services.api);
  await services.session.enter(session, false);
  const db = scope.database();
  if (!db) throw new Error('Nobody is here');
  return { ...rendered, services, scope, db, mariaId: session.citizen.id, writes };
}

type Opened = Awaited<ReturnType<typeof openAsMaria>>;

async function openDraft({ app, screen }: Opened) {
  await app.router.navigate({ to: '/rascunhos/novo' });
  return screen.findByRole('textbox', { name: 'Descrição do pedido' });
}

/** Signs João in as another tab would: this one learns of it only from the device and from the server's session. */
async function becomeJoaoElsewhere({ services, app }: Opened): Promise<string> {
  const { citizen } = await signInAtServer(services.api, JOAO);
  await rememberCitizen(app.device, { ...citizen, shared: false });
  return citizen.id;
}

describe('a session that ends in the middle', () => {
  it('keeps the page, the words and what waits, and lets them be saved and submitted', async () => {
    const opened = await openAsMaria();
    const field = await openDraft(opened);
    const { user, screen, db, services, path } = opened;
    const at = path();
    await paste(user, field, WORDS);
    await endSession(services.api);
    await requestRound(db);

    expect(await screen.findAllByText(/^A sua sessão terminou\. Inicie sessão/)).not.toHaveLength(0);
    expect(path()).toBe(at);
    expect(field).toHaveValue(WORDS);
    await user.type(field, ' e mais');
    await submitCompleteDraft(db);
    await waitFor(async () => {
      const texts = (await db.drafts.toArray()).map((draft) => draft.description);
      expect(texts).toContain(`${WORDS} e mais`);
    });
    expect(await listWaiting(db)).toHaveLength(1);
  });

  it('is over also where the server, asked who is signed in, does not answer that', async () => {
    const real = createTestServer();
    let isDown = false;
    const opened = await openAsMaria((request) => {
      const asksWhoIsThere = request.method === 'GET' && request.url.endsWith('/session');
      return asksWhoIsThere && isDown ? Promise.resolve(new Response(null, { status: 503 })) : real(request);
    });
    await endSession(opened.services.api);
    isDown = true;
    await requestRound(opened.db);
    await waitFor(() => expect(useSession.getState().status).toBe('ended'));
    expect(opened.scope.database()).toBe(opened.db);
  });

  it('comes to its end after eight hours, however busy, and takes nothing along', async () => {
    let serverNow = Date.now();
    const opened = await openAsMaria(createTestServer(() => serverNow));
    const field = await openDraft(opened);
    const { user, screen, db, services, scope } = opened;
    for (let hour = 0; hour < 16; hour += 1) {
      serverNow += 29 * MINUTE_MS;
      await services.session.stay();
    }
    await paste(user, field, WORDS);
    expect(useSession.getState()).toMatchObject(SIGNED_IN);
    serverNow += 16 * MINUTE_MS;
    await services.session.stay();

    expect(await screen.findAllByText(/^A sua sessão terminou\. Inicie sessão/)).not.toHaveLength(0);
    expect(field).toHaveValue(WORDS);
    await services.session.enter(await signInAtServer(services.api), false);
    expect(useSession.getState()).toMatchObject(SIGNED_IN);
    expect([scope.database(), field.isConnected]).toEqual([db, true]);
  });

  it('goes on where it was once the same citizen signs in, and what waited is sent', async () => {
    const opened = await openAsMaria();
    const { db, services, scope } = opened;
    await endSession(services.api);
    await requestRound(db);
    await waitFor(() => expect(useSession.getState().status).toBe('ended'));
    const id = await submitCompleteDraft(db);

    await services.session.enter(await signInAtServer(services.api), false);
    await waitFor(async () => expect((await db.requests.get(id))?.reference).toMatch(/^EC-/));
    expect(scope.database()).toBe(db);
  });
});

describe('another citizen who signs in in another tab', () => {
  it('finds nothing of the first on the screen, however it stood open', async () => {
    const opened = await openAsMaria();
    const field = await openDraft(opened);
    await paste(opened.user, field, WORDS);
    showNotice({ text: WORDS });
    await becomeJoaoElsewhere(opened);

    const { screen, path, db } = opened;
    await screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
    await within(screen.getByRole('banner')).findByText('João Modelo');
    expect(path()).toBe('/pedidos');
    expect(document.body).not.toHaveTextContent(/Maria|doença/);
    // What was being typed is Maria's, and on disk.
    await waitFor(async () => {
      const texts = (await db.drafts.toArray()).map((draft) => draft.description);
      expect(texts).toEqual([WORDS]);
    });
  });

  it('sends nothing of the first, who finds it waiting', async () => {
    const opened = await openAsMaria();
    const { db, services, scope, mariaId, writes } = opened;
    await endSession(services.api);
    await requestRound(db);
    await waitFor(() => expect(useSession.getState().status).toBe('ended'));
    const id = await submitCompleteDraft(db, WORDS);
    await writeCompleteDraft(db, `${WORDS} 2`);
    const joaoId = await becomeJoaoElsewhere(opened);
    await waitFor(() => expect(scope.database()?.citizenId).toBe(joaoId));
    await waitFor(() => expect(useSession.getState()).toMatchObject(SIGNED_IN));
    await scope.settled();
    expect(writes.filter((write) => write.includes(id))).toEqual([]);
    expect(await listWaiting(new CitizenDatabase(joaoId))).toEqual([]);

    await services.session.enter(await signInAtServer(services.api), false);
    await waitFor(async () => {
      expect((await scope.database()?.requests.get(id))?.reference).toMatch(/^EC-/);
    });
    expect(writes.filter((write) => write.includes(id)).every((write) => write.startsWith(mariaId))).toBe(
      true,
    );
  });
});
