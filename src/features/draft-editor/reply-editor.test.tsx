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

test('a reply whose last words the device has no room for can be deleted all the same', async () => {
  const db = openMemoryDatabase();
  const target = { requestId: 'r', purpose: 'reply' } as const;
  const patch = { description: 'Junto o recibo', replyTo: target };
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'before' }, NOON);
  const { screen, user } = await renderFeature(
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
    />,
    { db },
  );
  db.drafts.hook('updating', (changes) => {
    if ('description' in changes) throw new DOMException('full', 'QuotaExceededError');
  });
  await user.type(screen.getByRole('textbox', { name: 'A sua resposta' }), '.');
  await waitFor(() => expect(readTrouble()).toBe('notSaved'));
  await user.click(screen.getByRole('button', { name: 'Eliminar rascunho' }));
  await waitFor(async () => expect((await db.drafts.get('d'))?.deletedAt).not.toBeNull());
});
