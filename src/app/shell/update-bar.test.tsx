import { waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderApp } from '../../../testing/render-app.tsx';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { useNewerBuild } from '../../state/newer-build.ts';

const READY = 'Há uma versão nova do e-Clic. O que escreveu fica guardado.';

afterEach(() => {
  endTrouble('memoryOnly');
  useNewerBuild.setState({ accept: null });
});

test('a newer e-Clic is not offered in a page that stays as it is, since it is all that keeps what was written', async () => {
  useNewerBuild.setState({ accept: () => undefined });
  const { screen } = await renderApp({ at: '/ajuda' });
  expect(await screen.findByText(READY)).toBeVisible();
  noteTrouble('memoryOnly');
  await waitFor(() => expect(screen.queryByText(READY)).toBeNull());
});
