import { waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { IDLE_MINUTES } from '../../../domain/session-life.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { signInOnPage } from '../../../testing/sign-in-on-page.ts';
import { eraseWhatIsWritten, WORDS, writeShared } from '../../../testing/tab-guest.ts';
import { readSession } from '../../api/session-calls.ts';
import { listCitizenIds } from '../../db/core/citizen-database.ts';

const IDLE_MS = IDLE_MINUTES.shared * 60_000;

type Shared = Awaited<ReturnType<typeof writeShared>>;

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a guest of a shared device', () => {
  it.each<[string, (shared: Shared) => Promise<void>]>([
    ['erased what they wrote', eraseWhatIsWritten],
    [
      'was idle',
      async ({ clock, app }) => {
        clock.pass(IDLE_MS);
        await waitFor(() => expect(app.scope.database()).toBeNull());
      },
    ],
  ])('who %s while the code was on its way still signs in on a shared device', async (_what, beforeCode) => {
    const rendered = await writeShared();
    const { app, screen } = rendered;
    await app.router.navigate({ to: '/entrar' });
    await signInOnPage(rendered, { beforeCode: () => beforeCode(rendered) });
    await screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
    expect(await readSession(app.services.api)).toMatchObject({ value: { shared: true } });
  });

  it('erases what they wrote also where the device takes no note of it', async () => {
    const rendered = await writeShared();
    const { app, screen } = rendered;
    fillDisk('write', ['device']);
    await eraseWhatIsWritten(rendered);
    expect(await screen.findByText('O que escreveu foi apagado.')).toBeVisible();
    expect(app.scope.database()).toBeNull();
    expect(document.body).not.toHaveTextContent(WORDS);
    expect(await listCitizenIds()).toEqual([]);
  });

  it('who was idle is forgotten at the start also where the device takes no note of it', async () => {
    const mine = await writeShared();
    await mine.close();
    mine.clock.pass(IDLE_MS);
    fillDisk('write', ['device']);
    const { screen, app } = await renderApp({ at: mine.at, device: 'same', clock: mine.clock });
    expect(await screen.findByText(/^O que estava escrito neste separador foi apagado/)).toBeVisible();
    expect(app.scope.database()).toBeNull();
    expect(await listCitizenIds()).toEqual([]);
  });
});
