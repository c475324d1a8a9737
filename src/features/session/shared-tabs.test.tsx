import { waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { provideLocks } from '../../../testing/provide-locks.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { expectNothingLeft, OF_MARIA, openShared, WORDS_OF_MARIA } from '../../../testing/shared-device.ts';
import { MARIA, signInAtServer } from '../../../testing/sign-in.ts';
import { readSession } from '../../api/session-calls.ts';
import { holdLock } from '../../lib/hold-lock.ts';
import { useSession } from '../../state/session.ts';

const MINUTE_MS = 60_000;

type Opened = Pick<Awaited<ReturnType<typeof openShared>>, 'server' | 'clock' | 'draftId'>;

/** Opens e-Clic a minute later in a tab that knows nothing of the one before. */
function openNewTab({ server, clock, draftId }: Opened) {
  clock.pass(MINUTE_MS);
  sessionStorage.clear();
  window.name = '';
  return renderApp({ at: `/rascunhos/${draftId}/descricao`, device: 'same', clock, server });
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a tab of a shared device', () => {
  it.each([{ hasLocks: true }, { hasLocks: false }])(
    'that was closed leaves nothing to whoever opens e-Clic a minute later (%o)',
    async ({ hasLocks }) => {
      const first = await openShared();
      await first.close();
      if (hasLocks) provideLocks();
      const next = await openNewTab(first);
      expect(next.path()).toMatch(/^\/entrar/);
      expect(within(next.screen.getByRole('banner')).queryByText(OF_MARIA)).toBeNull();
      await expectNothingLeft();
      expect(next.app.scope.database()).toBeNull();
    },
  );

  it('that was closed leaves nothing also where the device takes no note of that, and the server is told', async () => {
    const first = await openShared();
    await first.close();
    fillDisk('write', ['device']);
    const next = await openNewTab(first);
    expect(next.path()).toMatch(/^\/entrar/);
    await expectNothingLeft();
    expect(next.app.scope.database()).toBeNull();
    expect(await readSession(next.app.services.api)).toMatchObject({ value: { status: 'signedOut' } });
  });

  it('that is still open shares all with a second one, which keeps it once the first is closed', async () => {
    const first = await openShared();
    await first.close();
    const locks = provideLocks();
    const closeFirst = holdLock(locks, `eclic-shared-${first.db.citizenId}`);
    const second = await openNewTab(first);
    expect(await second.screen.findByRole('textbox', { name: 'Descrição do pedido' })).toHaveValue(
      WORDS_OF_MARIA,
    );
    closeFirst();
    await second.close();
    const { server, clock } = first;
    const again = await renderApp({ at: '/pedidos', device: 'same', clock, server });
    await again.screen.findByRole('link', { name: WORDS_OF_MARIA });
  });

  it('is known again after a reload also where the citizen has taken over what they began there as a guest', async () => {
    const clock = manualClock(new Date());
    const mine = await renderApp({ at: '/ajuda', clock });
    const { session, api } = mine.app.services;
    await session.beginAsGuest(true);
    await session.enter(await signInAtServer(api, MARIA, true), true);
    const db = mine.app.scope.database();
    if (!db) throw new Error('Nobody is here');
    await writeCompleteDraft(db, WORDS_OF_MARIA);
    await session.noteGuestAdopted();
    await mine.close();
    const { server } = mine;
    const again = await renderApp({ at: '/pedidos', device: 'same', clock, server });
    await again.screen.findByRole('link', { name: WORDS_OF_MARIA });
  });

  it('is known again after a reload also where its citizen said only at a later sign-in that the device is shared', async () => {
    const clock = manualClock(new Date());
    const mine = await renderApp({ at: '/ajuda', clock });
    const { session, api } = mine.app.services;
    await session.enter(await signInAtServer(api), false);
    await session.enter(await signInAtServer(api, MARIA, true), true);
    await waitFor(() => expect(useSession.getState()).toMatchObject({ isShared: true }));
    await mine.close();
    await renderApp({ at: '/pedidos', device: 'same', clock, server: mine.server });
    expect(useSession.getState().citizen).toMatchObject({ name: 'Maria Exemplo' });
  });
});
