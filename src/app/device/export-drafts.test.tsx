import { describe, expect, it } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { noteDownloads } from '../../../testing/note-downloads.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { tellSession, useSession } from '../../state/session.ts';
import { downloadDrafts } from './export-drafts.ts';

const WORDS = 'A minha doença e a minha morada';

/** Signs Maria in, who writes a draft, and ends the page without a sign-out. Returns what the page knew of her. */
async function leaveMaria({ shared }: { shared: boolean }) {
  const { app, close } = await renderApp({ at: '/ajuda' });
  const { session, api } = app.services;
  await session.reconcile();
  await session.enter(await signInAtServer(api), shared);
  const { citizen } = useSession.getState();
  const db = app.scope.database();
  if (!db || !citizen) throw new Error('Nobody is here');
  await writeCompleteDraft(db, WORDS);
  await close();
  useSession.setState(useSession.getInitialState(), true);
  return { type: 'citizen', citizen, isShared: shared, guestId: null } as const;
}

describe('where e-Clic breaks down on a shared device', () => {
  it.each(['unknown', 'nobody'] as const)(
    'before anybody is shown, nobody is given what the citizen before them wrote (%s)',
    async (status) => {
      const downloads = noteDownloads();
      await leaveMaria({ shared: true });
      if (status === 'nobody') tellSession({ type: 'nobody' });
      expect(await downloadDrafts(new Date())).toBe(false);
      expect(downloads).toEqual([]);
    },
  );

  it.each(['citizen', 'ended'] as const)('whoever is shown is given their own (%s)', async (status) => {
    const downloads = noteDownloads();
    tellSession(await leaveMaria({ shared: true }));
    if (status === 'ended') tellSession({ type: 'signedOut' });
    expect(await downloadDrafts(new Date())).toBe(true);
    expect(downloads).toHaveLength(1);
  });
});

it('on a device of their own a citizen is given what they wrote also where nothing is shown', async () => {
  const downloads = noteDownloads();
  await leaveMaria({ shared: false });
  expect(await downloadDrafts(new Date())).toBe(true);
  expect(downloads).toHaveLength(1);
});
