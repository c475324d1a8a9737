import { act, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';

const OPENING = 'Apagar tudo deste dispositivo';

type Rendered = Awaited<ReturnType<typeof renderApp>>;

it.each([
  {
    who: 'a citizen',
    begin: async ({ app }: Rendered) => {
      const { api, session } = app.services;
      await session.enter(await signInAtServer(api), false);
    },
  },
  { who: 'a guest', begin: ({ app }: Rendered) => app.services.session.beginAsGuest(false) },
])('whoever erases all as $who goes on by keyboard from the button of the page', async ({ begin }) => {
  const rendered = await renderApp({ at: '/definicoes' });
  const { app, screen, user } = rendered;
  await act(() => begin(rendered));
  (await screen.findByRole('button', { name: OPENING })).focus();
  await user.keyboard('{Enter}');
  (await screen.findByRole('button', { name: 'Apagar tudo' })).focus();
  await user.keyboard('{Enter}');
  await screen.findAllByText(/^O que o e-Clic guardava/);
  expect(app.scope.database()).toBeNull();
  await waitFor(() => expect(screen.getByRole('button', { name: OPENING })).toHaveFocus());
  expect(screen.getByRole('button', { name: OPENING })).not.toHaveAttribute('aria-busy');
});
