import { waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { IDLE_MINUTES } from '../../../domain/session-life.ts';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { fill } from '../../../testing/password-page.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { MARIA } from '../../../testing/sign-in.ts';
import { signInOnPage } from '../../../testing/sign-in-on-page.ts';
import { databaseOf, eraseWhatIsWritten, WORDS, writeShared } from '../../../testing/tab-guest.ts';
import { readSession } from '../../api/session-calls.ts';
import { listCitizenIds } from '../../db/core/citizen-database.ts';

const IDLE_MS = IDLE_MINUTES.shared * 60_000;

type Shared = Awaited<ReturnType<typeof writeShared>>;

const ENDS: [string, (shared: Shared) => Promise<void>][] = [
  ['erased what they wrote', eraseWhatIsWritten],
  [
    'was idle',
    async ({ clock, app }) => {
      clock.pass(IDLE_MS);
      await waitFor(() => expect(app.scope.database()).toBeNull());
    },
  ],
];

/** Pages that are open to everybody, each with a field. */
const OPEN_PAGES = [
  { at: '/palavra-chave', name: 'NISS' },
  { at: '/ajuda', name: 'Procurar respostas' },
  { at: '/estado', name: 'Referência' },
  { at: '/verificar', name: 'Código ou endereço do comprovativo' },
];

afterEach(() => {
  vi.restoreAllMocks();
});

describe('a guest of a shared device', () => {
  it.each(ENDS)(
    'who %s while the code was on its way still signs in on a shared device',
    async (_what, beforeCode) => {
      const rendered = await writeShared();
      const { app, screen } = rendered;
      await app.router.navigate({ to: '/entrar' });
      await signInOnPage(rendered, { beforeCode: () => beforeCode(rendered) });
      await screen.findByRole('heading', { level: 1, name: 'Os meus pedidos' });
      expect(await readSession(app.services.api)).toMatchObject({ value: { shared: true } });
    },
  );

  it.each(ENDS)(
    'who %s before they signed in leaves no request and nothing typed on the page',
    async (_what, end) => {
      const rendered = await writeShared();
      const { app, user, screen } = rendered;
      const draftId = await writeCompleteDraft(databaseOf(rendered), 'Quero saber do meu abono');
      await app.router.navigate({ to: '/rascunhos/$draftId/resumo', params: { draftId } });
      await user.click(await screen.findByRole('button', { name: 'Iniciar sessão e enviar' }));
      await screen.findByText(/O pedido ainda não foi enviado/);
      await fill(rendered, 'NISS', MARIA);
      await fill(rendered, 'Palavra-chave', 'Demonstracao1');
      await end(rendered);
      await waitFor(() => expect(document.body).not.toHaveTextContent(/abono/));
      for (const name of ['NISS', 'Palavra-chave']) expect(screen.getByLabelText(name)).toHaveValue('');
      expect(screen.getByRole('checkbox', { name: 'Este dispositivo é partilhado' })).toBeChecked();
    },
  );

  const ENDS_ON_PAGES = ENDS.flatMap(([what, end]) => OPEN_PAGES.map((page) => ({ what, end, ...page })));

  it.each(ENDS_ON_PAGES)('who $what leaves nothing typed at $at', async ({ end, at, name }) => {
    const rendered = await writeShared();
    await rendered.app.router.navigate({ href: at });
    await fill(rendered, name, MARIA);
    await end(rendered);
    await waitFor(() => expect(rendered.screen.getByLabelText(name)).toHaveValue(''));
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
