import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { noteDownloads } from '../../../testing/note-downloads.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { CrashScreen } from './crash-screen.tsx';

const TEXT = 'O que escrevi antes de tudo parar.';

/** Renders the crash screen on a device on which somebody has begun without signing in. */
async function openCrashed() {
  const { close } = await renderApp({ at: '/rascunhos/novo?convidado' });
  await close();
  render(<CrashScreen />);
  return userEvent.setup();
}

test('everything is offered as a copy after a crash', async () => {
  const downloads = noteDownloads();
  const user = await openCrashed();
  await writeCompleteDraft(new CitizenDatabase('guest'), TEXT);
  await user.click(screen.getByRole('button', { name: 'Descarregar cópia' }));
  await waitFor(() => expect(downloads).toHaveLength(1));
  expect(downloads[0]?.name).toMatch(/^e-clic-copia-.*\.zip$/);
});

test('where no ZIP can be made the words come as they are', async () => {
  const downloads = noteDownloads();
  const user = await openCrashed();
  await writeCompleteDraft(new CitizenDatabase('guest'), TEXT);
  vi.spyOn(crypto.subtle, 'digest').mockRejectedValue(new Error('broken'));
  await user.click(screen.getByRole('button', { name: 'Descarregar cópia' }));
  await waitFor(() => expect(downloads).toHaveLength(1));
  expect(downloads[0]?.name).toMatch(/^e-clic-copia-.*\.json$/);
  expect(await downloads[0]?.blob.text()).toContain(TEXT);
});

test('with nothing on the device the screen says so', async () => {
  const downloads = noteDownloads();
  const user = await openCrashed();
  await user.click(screen.getByRole('button', { name: 'Descarregar cópia' }));
  expect(await screen.findByText('Não há nada para descarregar.')).toBeVisible();
  expect(downloads).toEqual([]);
});

test('where the browser keeps nothing, the screen does not say that it was kept', async () => {
  noteTrouble('memoryOnly');
  await openCrashed();
  expect(screen.getByText(/só existe nesta página: descarregue uma cópia/)).toBeVisible();
  expect(screen.queryByText(/guardado neste dispositivo/)).toBeNull();
  endTrouble('memoryOnly');
});
