import { expect, test } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';

const FULL = 'Não foi possível guardar';

async function openSignedIn(shared: boolean) {
  const rendered = await renderApp({ at: '/pedidos' });
  const { api, session } = rendered.app.services;
  await session.enter(await signInAtServer(api), shared);
  const db = rendered.app.scope.database();
  if (!db) throw new Error('Nobody is here');
  return { ...rendered, db };
}

type App = Awaited<ReturnType<typeof openSignedIn>>;

/** Types into a draft on a device that has no room for it, and asks to sign out from there. */
async function typeUnsavedAndLeave({ app, screen, user }: App, path: string, words: string) {
  await app.router.navigate({ href: path });
  const field = await screen.findByRole('textbox', { name: 'Descrição do pedido' });
  fillDisk('write', ['drafts', 'pendingText']);
  await user.type(field, words);
  await screen.findAllByText(new RegExp(FULL));
  await user.click(await screen.findByRole('button', { name: 'Terminar sessão' }));
  return screen.findByRole('dialog', { name: 'Terminar a sessão?' });
}

test('who signs out on a shared device that could not keep their words is asked, and shown them', async () => {
  const app = await openSignedIn(true);
  const dialog = await typeUnsavedAndLeave(app, '/rascunhos/novo', 'Recebi menos.');
  expect(dialog).toHaveTextContent('1 rascunho só neste dispositivo:«Recebi menos.»');
});

test('a draft whose newest words could not be kept is not said to be in the account', async () => {
  const app = await openSignedIn(false);
  const id = await writeCompleteDraft(app.db, 'A minha dúvida.');
  const { revision = null } = (await app.db.drafts.get(id)) ?? {};
  await app.db.drafts.update(id, {
    account: { etag: '1', savedAt: NOON.toISOString(), revision, refusedRevision: null },
  });
  const dialog = await typeUnsavedAndLeave(app, `/rascunhos/${id}/descricao`, ' E mais.');
  expect(dialog).toHaveTextContent('1 rascunho só neste dispositivo:«A minha dúvida. E mais.»');
  expect(dialog).not.toHaveTextContent('também está na sua conta');
});
