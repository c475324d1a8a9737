import { waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { fillDisk } from '../../../testing/full-disk.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { signInOnPage } from '../../../testing/sign-in-on-page.ts';
import { readSession } from '../../api/session-calls.ts';
import { startCmdSignIn } from '../../api/sign-in-calls.ts';
import { readCurrentCitizen } from '../../db/core/device-database.ts';
import {
  keepPendingSignIn,
  type PendingSignIn,
  readPendingSignIn,
} from '../../features/session/pending-sign-in.ts';
import { useMissedPage } from '../../state/missed-page.ts';
import { useSession } from '../../state/session.ts';
import { finishSignIn } from './finish-sign-in.ts';

type Rendered = Awaited<ReturnType<typeof renderApp>>;

const NOT_KEPT = 'Não foi possível guardar neste dispositivo. Liberte espaço e tente de novo.';

afterEach(() => {
  useMissedPage.setState(useMissedPage.getInitialState(), true);
});

const PENDING: PendingSignIn = { shared: true, returnPath: '/definicoes', press: null, cmdState: null };

const DRAFT_ID = crypto.randomUUID();
const WITH_DRAFT = {
  ...PENDING,
  returnPath: `/rascunhos/${DRAFT_ID}/resumo`,
  press: { draftId: DRAFT_ID, asOf: '2026-11-25T12:00:00.000Z', at: 0 },
};

/** Signs Maria in at the server, and fails to open her database. */
async function failToEnter(pending = PENDING) {
  const { app, server, close } = await renderApp({ at: '/entrar' });
  const { session, api } = app.services;
  keepPendingSignIn(pending);
  const failing = { ...session, enter: () => Promise.reject(new TypeError('Failed to fetch')) };
  let enter: typeof session.enter = failing.enter;
  const once = { ...session, enter: (...given: Parameters<typeof enter>) => enter(...given) };
  const signedIn = await signInAtServer(api);
  await finishSignIn({ session: once, api }, async () => undefined, signedIn);
  enter = session.enter;
  const tryAgain = async () => useMissedPage.getState().parts[0]?.();
  return { app, server, close, session, signedIn, tryAgain };
}

it('a sign-in whose code did not come is finished at the next try', async () => {
  const { app, signedIn, tryAgain } = await failToEnter();
  expect(readPendingSignIn()).toEqual(PENDING);
  await tryAgain();
  expect(await readCurrentCitizen(app.device)).toMatchObject({ id: signedIn.citizen.id });
  expect(useMissedPage.getState().parts).toEqual([]);
  expect(readPendingSignIn()).toMatchObject({ shared: false, returnPath: null });
});

it.each([
  ['where they wanted to go', PENDING, 'Definições'],
  ['the list, and to no draft that is not theirs yet', WITH_DRAFT, 'Os meus pedidos'],
])('whoever loads the page anew because its code did not come gets to %s', async (_to, pending, heading) => {
  const { server, close } = await failToEnter(pending);
  await close();
  const again = await renderApp({ at: '/entrar/codigo', device: 'same', server });
  expect(await again.screen.findByRole('heading', { level: 1, name: heading })).toBeVisible();
  expect(readPendingSignIn().shared).toBe(true);
});

it('whoever has signed out since is signed in by nobody’s next try', async () => {
  const { app, session, tryAgain } = await failToEnter();
  await session.reconcile();
  await session.leave('keep');
  await tryAgain()?.catch(() => undefined);
  expect(await readCurrentCitizen(app.device)).toBeNull();
});

/** Opens the sign-in page with a server that notes the sign-outs, and takes none while it is cut off from them. */
async function openSignIn() {
  const real = createTestServer();
  const ends: string[] = [];
  const line = { isCut: false };
  const rendered = await renderApp({
    at: '/entrar?voltar=%2Fdefinicoes',
    server: async (request) => {
      if (request.method !== 'DELETE') return real(request);
      if (line.isCut) throw new TypeError('Failed to fetch');
      ends.push(new URL(request.url).search);
      return real(request);
    },
  });
  return { ...rendered, ends, line };
}

/** Expects that Maria is told what to do, on the page where she can sign in anew, and that nobody finds her session open. */
async function expectEnded({ screen, app, path }: Rendered): Promise<void> {
  // The notice is drawn anew once the code of its bar has come.
  await waitFor(() => expect(screen.getByText(NOT_KEPT)).toBeVisible());
  expect(await screen.findByRole('button', { name: 'Entrar' })).toBeVisible();
  expect(path()).toBe('/entrar?voltar=%2Fdefinicoes');
  expect(useMissedPage.getState().parts).toEqual([]);
  expect(await readSession(app.services.api)).toMatchObject({ value: { status: 'signedOut' } });
  expect(await readCurrentCitizen(app.device)).toBeNull();
}

it.each([{ isShared: false }, { isShared: true }])(
  'whoever signs in on a full device is told so, and what they have submitted is sent all the same: %o',
  async ({ isShared }) => {
    const opened = await openSignIn();
    await signInOnPage(opened, { isShared, beforeCode: async () => void fillDisk('write', ['device']) });
    await expectEnded(opened);
    expect(opened.ends).toEqual(['?idle=true']);
    const box = opened.screen.getByRole('checkbox', { name: 'Este dispositivo é partilhado' });
    expect(box.matches(':checked')).toBe(isShared);
  },
);

it('whoever signs in on a full device by Chave Móvel Digital is told so too', async () => {
  const opened = await openSignIn();
  const outcome = await startCmdSignIn(opened.app.services.api);
  if (outcome.kind !== 'accepted') throw new Error('The sign-in did not start');
  const { state } = outcome.value;
  keepPendingSignIn({ shared: false, returnPath: '/definicoes', press: null, cmdState: state });
  fillDisk('write', ['device']);
  const search = new URLSearchParams({ code: 'cmd-910000000-0123456789abcdef', state });
  await opened.app.router.navigate({ href: `/entrar/cmd?${search}` });
  await expectEnded(opened);
});

it('a full device on which the server cannot be told of it offers to try again', async () => {
  const opened = await openSignIn();
  opened.line.isCut = true;
  await signInOnPage(opened, { beforeCode: async () => void fillDisk('write', ['device']) });
  await waitFor(() => expect(useMissedPage.getState().parts).toHaveLength(1));
  opened.line.isCut = false;
  await useMissedPage.getState().parts[0]?.();
  await expectEnded(opened);
});

it('whoever the device has come to know stays signed in, though it has no room for more', async () => {
  const opened = await openSignIn();
  await signInOnPage(opened, { beforeCode: async () => void fillDisk('write', ['facts']) });
  await waitFor(() => expect(opened.path()).toBe('/definicoes'));
  expect(opened.ends).toEqual([]);
  expect(await readSession(opened.app.services.api)).toMatchObject({ value: { status: 'signedIn' } });
  expect(useSession.getState()).toMatchObject({ citizen: { name: 'Maria Exemplo' }, isSignedIn: true });
});
