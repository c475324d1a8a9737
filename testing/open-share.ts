import type { ShareOptions } from '../src/app/device/worker/keep-shared.ts';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import { readDraft } from '../src/db/drafts/drafts.ts';
import { listAttachments } from '../src/db/files/file-rows.ts';
import { renderApp } from './render-app.tsx';
import { type Shared, shareWithWorker } from './share.ts';
import { signInAtServer } from './sign-in.ts';

export const PHOTO = new File([Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)], 'foto.jpg', { type: 'image/jpeg' });

/** Opens the app with Maria signed in, to whom another app can share. */
export async function openMaria() {
  const rendered = await renderApp({ at: '/ajuda' });
  const { services, router } = rendered.app;
  await services.session.enter(await signInAtServer(services.api), false);
  const database = (): CitizenDatabase => {
    const db = rendered.app.scope.database();
    if (!db) throw new Error('Nobody is here');
    return db;
  };
  /** Shares through the worker and follows its answer as a browser does: by another document, from wherever the app was. */
  async function share(shared: Shared, options: ShareOptions = {}): Promise<string> {
    const address = (await shareWithWorker(shared, options)) ?? '';
    await router.navigate({ to: '/ajuda' });
    await router.navigate({ href: address });
    return address;
  }
  const press = async (name: string | RegExp) =>
    rendered.user.click(await rendered.screen.findByRole('button', { name }));
  const choose = async (name: string | RegExp) =>
    rendered.user.click(await rendered.screen.findByRole('radio', { name }));
  return { ...rendered, database, share, press, choose };
}

/** Reads a draft's words and the names of its files. */
export async function readWhole(db: CitizenDatabase, draftId: string) {
  const draft = await readDraft(db, draftId);
  const files = (await listAttachments(db, draftId)).map(({ name }) => name);
  return { words: draft?.description, files };
}
