import { act, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { attachPdf, NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { paste } from '../../../testing/paste.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { MARIA, signInAtServer } from '../../../testing/sign-in.ts';
import { signInOnPage } from '../../../testing/sign-in-on-page.ts';
import { GUEST_ID } from '../../db/core/occupant.ts';
import { listWaiting } from '../../db/outbox/outbox.ts';

type Rendered = Awaited<ReturnType<typeof renderApp>>;

const offline = () => Promise.reject(new TypeError('Failed to fetch'));

function databaseOf({ app }: Rendered) {
  const db = app.scope.database();
  if (!db) throw new Error('Nobody is here');
  return db;
}

async function beginAsGuest(rendered: Rendered): Promise<void> {
  const { user, screen } = rendered;
  await user.click(await screen.findByRole('link', { name: 'Começar um pedido sem iniciar sessão' }));
  await screen.findByRole('heading', { level: 1, name: 'Descrição do pedido' });
}

describe('whoever has not signed in', () => {
  it('begins a draft without a connection and finds it again after a reload', async () => {
    const first = await renderApp({ at: '/entrar', server: offline });
    await beginAsGuest(first);
    const field = first.screen.getByRole('textbox', { name: 'Descrição do pedido' });
    await paste(first.user, field, 'A minha dúvida');
    await first.user.click(first.screen.getByRole('button', { name: 'Guardar e sair' }));
    await first.screen.findByRole('heading', { level: 1, name: 'Rascunhos' });
    await first.close();

    const again = await renderApp({ at: '/entrar', server: offline, device: 'same' });
    const link = await again.screen.findByRole('link', { name: 'Ver o rascunho que está neste dispositivo' });
    await again.user.click(link);
    await again.user.click(await again.screen.findByRole('link', { name: 'A minha dúvida' }));
    expect(await again.screen.findByRole('textbox', { name: 'Descrição do pedido' })).toHaveValue(
      'A minha dúvida',
    );
  });

  it('keeps what they have typed to sign in when it is found that a guest is here', async () => {
    const { app, screen, user } = await renderApp({ at: '/entrar' });
    const niss = await screen.findByRole('textbox', { name: 'NISS' });
    await paste(user, niss, MARIA);
    await act(() => app.services.session.beginAsGuest(false));
    expect(niss).toBeInTheDocument();
    expect(niss).toHaveValue(MARIA);
  });

  it.each(['/pedidos', '/pedidos/1', '/por-enviar', '/rascunhos', '/rascunhos/novo'])(
    'is asked to sign in at %s',
    async (at) => {
      const { path } = await renderApp({ at });
      expect(path()).toBe(`/entrar?voltar=${encodeURIComponent(at)}`);
    },
  );

  it('has drafts and nothing else once they have begun', async () => {
    const rendered = await renderApp({ at: '/entrar' });
    await beginAsGuest(rendered);
    await rendered.user.click(rendered.screen.getByRole('link', { name: 'Os meus pedidos' }));
    await rendered.screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    await rendered.user.click(rendered.screen.getByRole('link', { name: 'Criar pedido' }));
    await rendered.screen.findByRole('heading', { level: 1, name: 'Descrição do pedido' });
  });

  it('deletes a draft in a way that can be undone', async () => {
    const rendered = await renderApp({ at: '/rascunhos/novo?convidado=sim' });
    await writeCompleteDraft(databaseOf(rendered), 'A minha dúvida');
    await rendered.app.router.navigate({ to: '/rascunhos' });
    const { user, screen } = rendered;
    await user.click(await screen.findByRole('button', { name: /^Eliminar rascunho/ }));
    await screen.findByText('Não há rascunhos neste dispositivo');
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    await user.click(await screen.findByRole('button', { name: 'Desfazer' }));
    await screen.findByRole('link', { name: 'A minha dúvida' });
  });

  it('has nothing sent, not even to look', async () => {
    const calls: string[] = [];
    const rendered = await renderApp({
      at: '/rascunhos/novo?convidado=sim',
      server: (request) => {
        calls.push(new URL(request.url).pathname);
        return Promise.reject(new TypeError('Failed to fetch'));
      },
    });
    await writeCompleteDraft(databaseOf(rendered));
    await rendered.app.scope.settled();
    await rendered.app.services.session.reconcile();
    expect(new Set(calls)).toEqual(new Set(['/api/v1/session']));
  });
});

/** Writes a complete draft as a guest and presses the button to sign in and send it. */
async function pressToSend() {
  const clock = manualClock(new Date());
  const rendered = await renderApp({ at: '/rascunhos/novo?convidado=sim', clock });
  const guest = databaseOf(rendered);
  const id = await writeCompleteDraft(guest, 'Quero saber do meu abono');
  await attachPdf(guest, id);
  await rendered.app.router.navigate({ to: '/rascunhos/$draftId/resumo', params: { draftId: id } });
  await rendered.screen.findByText(/terá de iniciar sessão/);
  // A pointer on its way to the button rests on the header's link to the list, which leads to the same sign-in page.
  await rendered.app.router.preloadRoute({ to: '/pedidos' });
  await rendered.user.click(rendered.screen.getByRole('button', { name: 'Iniciar sessão e enviar' }));
  await rendered.screen.findByText(/O pedido ainda não foi enviado/);
  return { ...rendered, clock, guest, id };
}

const SENT_AFTER_MS = 5000;
const GOES_FOR_MARIA = 'O pedido é enviado dentro de alguns segundos, em nome de Maria Exemplo.';

describe('what a guest has written', () => {
  it.each([{ shared: false }, { shared: true }])(
    'is taken over, files too, shown with whose it is, and sent once without another press (%o)',
    async ({ shared }) => {
      const pressed = await pressToSend();
      const { screen, clock, guest, id } = pressed;
      expect(screen.getByText(/Quero saber do meu abono/)).toBeVisible();
      expect(screen.queryByRole('link', { name: 'Começar um pedido sem iniciar sessão' })).toBeNull();
      await signInOnPage(pressed, { isShared: shared });

      await screen.findByRole('heading', { level: 1, name: 'Resumo do pedido' });
      expect(await screen.findByText(GOES_FOR_MARIA)).toBeVisible();
      expect(await screen.findByText('fatura.pdf')).toBeVisible();
      expect(screen.queryByText(/terá de iniciar sessão/)).toBeNull();
      const db = databaseOf(pressed);
      expect(db.citizenId).not.toBe(GUEST_ID);
      expect(await guest.drafts.count()).toBe(0);
      expect(await listWaiting(db)).toEqual([]);
      // Lets the effects of the drawn page run, which start the wait.
      await act(async () => undefined);
      clock.pass(SENT_AFTER_MS);
      await waitFor(() => expect(pressed.path()).toBe(`/pedidos/${id}`));
      clock.pass(SENT_AFTER_MS);
      const sent = { description: 'Quero saber do meu abono', onBehalfOf: null };
      expect(await listWaiting(db)).toMatchObject([{ requestId: id, command: { content: sent } }]);
    },
  );

  it('stays a draft when they say so while it is shown, also for whoever comes back to the page', async () => {
    const pressed = await pressToSend();
    const { user, screen, clock } = pressed;
    await signInOnPage(pressed);
    await screen.findByText(GOES_FOR_MARIA);
    await user.click(screen.getByRole('button', { name: 'Não enviar' }));
    expect(await screen.findByText(/^O pedido ainda não foi enviado\. Veja/)).toBeVisible();
    clock.pass(10 * SENT_AFTER_MS);
    await user.click(screen.getByRole('link', { name: 'Alterar a descrição' }));
    await user.click(await screen.findByRole('button', { name: 'Continuar' }));
    expect(await screen.findByRole('button', { name: 'Submeter pedido' })).toBeVisible();
    clock.pass(10 * SENT_AFTER_MS);
    expect(await listWaiting(databaseOf(pressed))).toEqual([]);
  });

  it('is not sent by a sign-in that another press began, though it leads to the same page', async () => {
    const pressed = await pressToSend();
    await pressed.app.router.navigate({ href: `/entrar?voltar=/rascunhos/${pressed.id}/resumo` });
    expect(await pressed.screen.findByRole('link', { name: /^Começar um pedido/ })).toBeVisible();
    await signInOnPage(pressed);
    const question = await pressed.screen.findByRole('dialog', { name: 'Este rascunho é seu?' });
    expect(question).toHaveTextContent('Quero saber do meu abono');
    pressed.clock.pass(SENT_AFTER_MS);
    expect(await listWaiting(databaseOf(pressed))).toEqual([]);
  });

  it('is not shown to the citizen who was here before, nor theirs to the guest', async () => {
    const rendered = await renderApp({ at: '/definicoes' });
    const session = await signInAtServer(rendered.app.services.api);
    await rendered.app.services.session.enter(session, false);
    await writeCompleteDraft(databaseOf(rendered), 'Só da Maria', NOON);
    await rendered.app.services.session.leave('keep');
    await rendered.app.router.navigate({ to: '/entrar' });
    await beginAsGuest(rendered);
    await rendered.app.router.navigate({ to: '/rascunhos' });
    await rendered.screen.findByText('Não há rascunhos neste dispositivo');
    expect(document.body).not.toHaveTextContent(/Maria/);
  });
});
