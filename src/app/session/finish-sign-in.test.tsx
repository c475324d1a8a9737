import { expect, it } from 'vitest';
import { renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { readCurrentCitizen } from '../../db/core/device-database.ts';
import { useMissedPage } from '../../state/missed-page.ts';
import { finishSignIn } from './finish-sign-in.ts';

/** Signs Maria in at the server, and fails to open her database. */
async function failToEnter() {
  const { app } = await renderApp({ at: '/entrar' });
  const { session, api } = app.services;
  const failing = { ...session, enter: () => Promise.reject(new TypeError('Failed to fetch')) };
  let enter: typeof session.enter = failing.enter;
  const once = { ...session, enter: (...given: Parameters<typeof enter>) => enter(...given) };
  const signedIn = await signInAtServer(api);
  await finishSignIn(once, async () => undefined, signedIn);
  enter = session.enter;
  const tryAgain = async () => useMissedPage.getState().parts[0]?.();
  return { app, session, signedIn, tryAgain };
}

it('a sign-in whose code did not come is finished at the next try', async () => {
  const { app, signedIn, tryAgain } = await failToEnter();
  await tryAgain();
  expect(await readCurrentCitizen(app.device)).toMatchObject({ id: signedIn.citizen.id });
  expect(useMissedPage.getState().parts).toEqual([]);
});

it('whoever has signed out since is signed in by nobody’s next try', async () => {
  const { app, session, tryAgain } = await failToEnter();
  await session.reconcile();
  await session.leave('keep');
  await tryAgain()?.catch(() => undefined);
  expect(await readCurrentCitizen(app.device)).toBeNull();
});
