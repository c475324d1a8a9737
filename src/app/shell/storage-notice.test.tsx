import { waitFor } from '@testing-library/react';
import Dexie from 'dexie';
import { afterEach, expect, test, vi } from 'vitest';
import { textOf, unpack } from '../../../testing/copy-files.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { noteDownloads } from '../../../testing/note-downloads.ts';
import { paste } from '../../../testing/paste.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { endTrouble, noteSpaceIsBack, noteTrouble } from '../../db/core/storage-trouble.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';

const NOT_SAVED = 'Não foi possível guardar neste dispositivo. Copie o texto antes de sair.';
const TEXT = 'Um texto que não cabe no disco.';

afterEach(() => {
  vi.unstubAllGlobals();
  noteSpaceIsBack();
  endTrouble('wiped');
  endTrouble('memoryOnly');
});

async function openEditor() {
  const rendered = await renderApp({ at: '/rascunhos/novo?convidado' });
  // The app looks in the global `indexedDB` whether there is room again, and jsdom has none.
  vi.stubGlobal('indexedDB', Dexie.dependencies.indexedDB);
  const box = await rendered.screen.findByRole('textbox', { name: 'Descrição do pedido' });
  return { ...rendered, box };
}

function currentDatabase({ app }: Pick<Awaited<ReturnType<typeof openEditor>>, 'app'>) {
  const db = app.services.session.database();
  if (!db) throw new Error('Nobody is here');
  return db;
}

test('while nothing can be saved a notice stands on the page, with a copy of what is typed, until it is on disk', async () => {
  const downloads = noteDownloads();
  const rendered = await openEditor();
  const { screen, user, box } = rendered;
  const free = fillDisk();
  await paste(user, box, TEXT);
  await user.tab();
  expect(await screen.findByText(NOT_SAVED, { selector: 'p' })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent(NOT_SAVED));

  await user.click(await screen.findByRole('button', { name: 'Descarregar cópia' }));
  await waitFor(() => expect(downloads).toHaveLength(1));
  expect(downloads[0]?.name).toMatch(/^e-clic-copia-\d{4}-\d\d-\d\d\.zip$/);
  const files = await unpack(downloads[0]?.blob ?? new Blob());
  expect(textOf(files, 'copia.json')).toContain(TEXT);

  free();
  await user.click(box);
  await user.tab();
  // A save that failed is tried again after five seconds at the latest.
  await waitFor(() => expect(screen.queryByText(NOT_SAVED)).toBeNull());
  expect(await listOpenDrafts(currentDatabase(rendered))).toMatchObject([{ description: TEXT }]);
});

test('what could not be saved is in the field again after its page was left and opened anew, and goes on from there', async () => {
  const rendered = await openEditor();
  const { screen, user, box, app } = rendered;
  await paste(user, box, TEXT);
  await user.tab();
  await waitFor(async () => expect(await listOpenDrafts(currentDatabase(rendered))).toHaveLength(1));
  const address = app.router.state.location.href;
  const free = fillDisk();
  await paste(user, box, ' E mais isto.');
  await user.tab();
  await screen.findByText(NOT_SAVED, { selector: 'p' });
  await app.router.navigate({ href: '/ajuda' });
  await screen.findByRole('heading', { level: 1, name: 'Ajuda' });
  await app.router.navigate({ href: address });
  const again = await screen.findByRole('textbox', { name: 'Descrição do pedido' });
  expect(again).toHaveValue(`${TEXT} E mais isto.`);
  await user.type(again, ' E o fim.');
  free();
  await user.tab();
  const whole = `${TEXT} E mais isto. E o fim.`;
  await waitFor(async () =>
    expect(await listOpenDrafts(currentDatabase(rendered))).toMatchObject([{ description: whole }]),
  );
  await waitFor(() => expect(screen.queryByText(NOT_SAVED)).toBeNull());
});

test('a database deleted under the page is told, and the words of the page are saved anew', async () => {
  const rendered = await openEditor();
  const { screen, user, box } = rendered;
  await paste(user, box, TEXT);
  await user.tab();
  const db = currentDatabase(rendered);
  await waitFor(async () => expect(await listOpenDrafts(db)).toHaveLength(1));
  await waitFor(async () => expect(await db.metadata.get('storageMarker')).toBeDefined());
  await Dexie.delete(db.name);

  expect(await screen.findByText(/guardava neste dispositivo foi apagado/, { selector: 'p' })).toBeVisible();
  await waitFor(async () => expect(await listOpenDrafts(db)).toMatchObject([{ description: TEXT }]));
  expect(box).toHaveValue(TEXT);
  await user.click(await screen.findByRole('button', { name: 'Fechar' }));
  expect(screen.queryByText(/foi apagado/, { selector: 'p' })).toBeNull();
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
});

test('where the browser refuses cookies too, the page says that nobody can sign in, and what to do', async () => {
  const { screen } = await renderApp({ at: '/ajuda' });
  noteTrouble('memoryOnly');
  expect(await screen.findByText(/Pode escrever e submeter pedidos, mas/, { selector: 'p' })).toBeVisible();
  endTrouble('memoryOnly');
  await waitFor(() => expect(screen.queryByText(/Pode escrever e submeter/)).toBeNull());
  vi.spyOn(navigator, 'cookieEnabled', 'get').mockReturnValue(false);
  noteTrouble('memoryOnly');
  const notice = await screen.findByText(/não pode iniciar sessão nem enviar pedidos/, { selector: 'p' });
  expect(notice).toHaveTextContent('Nas definições do navegador, permita os cookies e os dados deste sítio');
});
