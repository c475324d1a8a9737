import { waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../../../testing/manual-clock.ts';
import { paste } from '../../../testing/paste.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { readCurrentCitizen } from '../../db/core/device-database.ts';

const WORDS = 'A minha doença e a minha morada';
const MINUTE_MS = 60_000;

describe('a device of one’s own', () => {
  it('keeps the screen and the words when nobody is there for half an hour, until the same person signs in', async () => {
    const clock = manualClock(new Date());
    const rendered = await renderApp({ at: '/ajuda', clock });
    const { services, scope, router } = rendered.app;
    await services.session.reconcile();
    await services.session.enter(await signInAtServer(services.api), false);
    await router.navigate({ to: '/rascunhos/novo' });
    const field = await rendered.screen.findByRole('textbox', { name: 'Descrição do pedido' });
    await paste(rendered.user, field, WORDS);

    clock.pass(28 * MINUTE_MS);
    const dialog = await rendered.screen.findByRole('dialog', { name: 'A sua sessão vai terminar' });
    expect(dialog).toHaveTextContent(/termina às \d\d:\d\d/);
    clock.pass(2 * MINUTE_MS);
    expect(await rendered.screen.findAllByText(/^A sua sessão terminou\. Inicie sessão/)).not.toHaveLength(0);
    expect(rendered.screen.queryByRole('dialog')).toBeNull();
    expect(field).toHaveValue(WORDS);
    await waitFor(async () => {
      const drafts = await scope.database()?.drafts.toArray();
      expect(drafts?.map((draft) => draft.description)).toEqual([WORDS]);
    });
    expect((await readCurrentCitizen(rendered.app.device))?.name).toBe('Maria Exemplo');

    await services.session.reconcile();
    await services.session.enter(await signInAtServer(services.api), false);
    await waitFor(() => expect(rendered.screen.queryByRole('link', { name: 'Iniciar sessão' })).toBeNull());
    expect(field).toHaveValue(WORDS);
  });

  it('goes on by one press, here and at the server', async () => {
    const clock = manualClock(new Date());
    const calls: string[] = [];
    const real = createTestServer();
    const rendered = await renderApp({
      at: '/ajuda',
      clock,
      server: (request) => {
        calls.push(`${request.method} ${new URL(request.url).pathname}`);
        return real(request);
      },
    });
    const { services } = rendered.app;
    await services.session.reconcile();
    await services.session.enter(await signInAtServer(services.api), false);
    clock.pass(29 * MINUTE_MS);
    calls.length = 0;
    const { user, screen } = rendered;
    await user.click(await screen.findByRole('button', { name: 'Continuar com sessão iniciada' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(calls).toContain('POST /api/v1/session/extension');
    clock.pass(20 * MINUTE_MS);
    await within(screen.getByRole('banner')).findByText('Maria Exemplo');
    expect(screen.queryByRole('link', { name: 'Iniciar sessão' })).toBeNull();
  });
});
