import { fireEvent, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Server } from '../../../contract/server.ts';
import { createTestServer, renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { readProfile } from '../../db/core/metadata.ts';

const LABEL = 'Avisar por e-mail quando houver novidades';

async function openSettings(server: Server = createTestServer()) {
  const rendered = await renderApp({ at: '/ajuda', server });
  const { session, api } = rendered.app.services;
  await session.enter(await signInAtServer(api), false);
  await rendered.app.router.navigate({ href: '/definicoes' });
  const contact = async () => {
    const db = session.database();
    return db && (await readProfile(db))?.contact;
  };
  return { ...rendered, contact };
}

it('Maria says no to mails, which holds when she comes back, and nothing promises her one', async () => {
  const { app, user, screen, contact } = await openSettings();
  const box = await screen.findByRole('checkbox', { name: LABEL });
  expect(box).toBeChecked();
  expect(box).toHaveAccessibleDescription(/^Para m•••@exemplo\.pt\./);
  await user.click(box);
  await waitFor(() => expect(box).not.toBeChecked());
  await waitFor(async () => expect(await contact()).toBeNull());
  await app.router.navigate({ href: '/ajuda' });
  await app.router.navigate({ href: '/definicoes' });
  const again = await screen.findByRole('checkbox', { name: LABEL });
  expect(again).not.toBeChecked();
  await user.click(again);
  await waitFor(async () => expect(await contact()).toMatchObject({ channel: 'email' }));
});

it('what the server does not hear is not shown as done, and is said and seen to have failed', async () => {
  const real = createTestServer();
  let isAway = true;
  const { user, screen } = await openSettings((request) =>
    isAway && request.method === 'PUT' && request.url.endsWith('/news')
      ? Promise.reject(new TypeError('Failed to fetch'))
      : real(request),
  );
  const box = await screen.findByRole('checkbox', { name: LABEL });
  await user.click(box);
  const sentence = [/Não foi possível\. Verifique a ligação/, { selector: 'p' }] as const;
  expect(await screen.findByText(...sentence)).toBeVisible();
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(sentence[0]));
  expect(box).toBeChecked();
  isAway = false;
  await user.click(box);
  await waitFor(() => expect(box).not.toBeChecked());
  expect(screen.queryByText(...sentence)).toBeNull();
});

it.each([
  [
    'of whom no contact is known is told so',
    Response.json({ contact: null, wanted: true }),
    /^Não temos nenhum contacto/,
  ],
  [
    'who cannot be told what they chose is told why',
    Response.error(),
    /^Para ver ou mudar estes avisos, precisa/,
  ],
])('somebody %s', async (_name, answer, sentence) => {
  const real = createTestServer();
  const { screen } = await openSettings((request) =>
    request.url.endsWith('/news') ? Promise.resolve(answer) : real(request),
  );
  expect(await screen.findByText(sentence)).toBeVisible();
  expect(screen.queryByRole('checkbox', { name: LABEL })).toBeNull();
});

it('somebody who could not be told what they chose is told once the connection is back', async () => {
  const real = createTestServer();
  let isAway = true;
  const { screen } = await openSettings((request) =>
    isAway && request.url.endsWith('/news') ? Promise.resolve(Response.error()) : real(request),
  );
  expect(await screen.findByText(/^Para ver ou mudar estes avisos, precisa/)).toBeVisible();
  isAway = false;
  await waitFor(() => {
    fireEvent(window, new Event('online'));
    expect(screen.getByRole('checkbox', { name: LABEL })).toBeChecked();
  });
});
