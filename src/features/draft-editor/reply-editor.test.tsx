import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { readTrouble } from '../../db/core/storage-trouble.ts';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { ReplyEditor } from './reply-editor.tsx';

const nothing = () => undefined;

async function openEditor() {
  const db = openMemoryDatabase();
  const target = { requestId: 'r', purpose: 'reply' } as const;
  const patch = { description: 'Junto o recibo', replyTo: target };
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'before' }, NOON);
  const editor = (
    <ReplyEditor
      draftId="d"
      draft={await openDraft(db, 'd', NOON)}
      target={target}
      firstText=""
      fits="reply"
      mayCorrect={false}
      takesFocus={false}
      onSubmit={nothing}
      onSubmitted={nothing}
      onClose={nothing}
      onDelete={(draftId) => void deleteDraft(db, draftId, NOON)}
      renderFiles={() => null}
    />
  );
  return { ...(await renderFeature(editor, { db })), db };
}

test('a reply whose last words the device has no room for can be deleted all the same', async () => {
  const { screen, user, db } = await openEditor();
  db.drafts.hook('updating', (changes) => {
    if ('description' in changes) throw new DOMException('full', 'QuotaExceededError');
  });
  await user.type(screen.getByRole('textbox', { name: 'A sua resposta' }), '.');
  await waitFor(() => expect(readTrouble()).toBe('notSaved'));
  await user.click(screen.getByRole('button', { name: 'Eliminar rascunho' }));
  await waitFor(async () => expect((await db.drafts.get('d'))?.deletedAt).not.toBeNull());
});

test('a reply that another tab deleted can be sent once it is brought back, and not before', async () => {
  const { screen, user, db } = await openEditor();
  expect(screen.getByRole('button', { name: 'Enviar resposta' })).toBeVisible();
  await deleteDraft(db, 'd', NOON);
  const restore = await screen.findByRole('button', { name: 'Recuperar rascunho' });
  expect(screen.queryByRole('button', { name: 'Enviar resposta' })).toBeNull();
  await user.click(restore);
  expect(await screen.findByRole('button', { name: 'Enviar resposta' })).toBeVisible();
});
