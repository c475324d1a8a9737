import { waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';

/** Opens the app as Maria, who has a draft to lose. */
async function openAsMaria() {
  const rendered = await renderApp({ at: '/ajuda' });
  const { services, scope } = rendered.app;
  await services.session.enter(await signInAtServer(services.api), false);
  const db = scope.database();
  if (!db) throw new Error('Nobody is here');
  await writeCompleteDraft(db);
  const header = within(rendered.screen.getByRole('banner'));
  const name = await header.findByRole('button', { name: 'Maria Exemplo' });
  const queryItems = () => header.queryByRole('link', { name: 'As minhas sessões' })?.closest('ul') ?? null;

  async function openMenu() {
    await rendered.user.click(name);
    await header.findByRole('link', { name: 'As minhas sessões' });
    return within(queryItems() as HTMLElement);
  }
  return { ...rendered, name, openMenu, queryItems };
}

it('the name opens the settings, one’s sessions and the way out, and Esc closes them', async () => {
  const { user, name, openMenu, queryItems } = await openAsMaria();
  expect(queryItems()).toBeNull();
  expect(name).toHaveAttribute('aria-expanded', 'false');
  const menu = await openMenu();
  expect(name).toHaveAttribute('aria-expanded', 'true');
  expect(menu.getByRole('link', { name: 'Definições' })).toHaveAttribute('href', '/definicoes');
  const sessions = menu.getByRole('link', { name: 'As minhas sessões' });
  expect(sessions).toHaveAttribute('href', '/definicoes#sessoes');
  expect(menu.getByRole('button', { name: 'Terminar sessão' })).toBeVisible();
  await user.tab();
  await user.keyboard('{Escape}');
  expect(queryItems()).toBeNull();
  expect(name).toHaveFocus();
});

it('goes with what is followed in it, and with a press elsewhere', async () => {
  const { user, screen, openMenu, queryItems } = await openAsMaria();
  await user.click((await openMenu()).getByRole('link', { name: 'As minhas sessões' }));
  // The page takes the focus to the sessions when they have come, which closes a menu too.
  const sessions = await screen.findByRole('heading', { level: 2, name: 'As minhas sessões' });
  await waitFor(() => expect(sessions).toHaveFocus());
  expect(queryItems()).toBeNull();
  await openMenu();
  await user.click(screen.getByRole('heading', { level: 1 }));
  expect(queryItems()).toBeNull();
});

it('leads to the sessions themselves, from another page and on the page that has them, once and again', async () => {
  const { app, user, screen, openMenu } = await openAsMaria();
  async function follow() {
    await user.click((await openMenu()).getByRole('link', { name: 'As minhas sessões' }));
    const sessions = await screen.findByRole('heading', { level: 2, name: 'As minhas sessões' });
    await waitFor(() => expect(sessions).toHaveFocus());
    // A new page takes the focus with the frame that draws it, and nobody presses anything sooner.
    await new Promise(requestAnimationFrame);
  }
  await follow();
  await follow();
  await app.router.navigate({ href: '/definicoes' });
  await follow();
});

it('keeps the focus where its link leads to the page that is open', async () => {
  const { app, user, name, openMenu } = await openAsMaria();
  await app.router.navigate({ href: '/definicoes' });
  await user.click((await openMenu()).getByRole('link', { name: 'Definições' }));
  expect(name).toHaveFocus();
});

it('asks before leaving, and Esc takes back that question alone', async () => {
  const { user, screen, openMenu, queryItems } = await openAsMaria();
  await user.click((await openMenu()).getByRole('button', { name: 'Terminar sessão' }));
  const question = await screen.findByRole('dialog', { name: 'Terminar a sessão?' });
  within(question).getByRole('button', { name: 'Cancelar' }).focus();
  await user.keyboard('{Escape}');
  expect(queryItems()).not.toBeNull();
  await user.click(within(question).getByRole('button', { name: 'Sair e manter neste dispositivo' }));
  await screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
});
