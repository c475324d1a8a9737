import { within } from '@testing-library/react';
import { expect, it, onTestFinished } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { beMaria } from '../../../testing/sign-in.ts';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { deleteDraft } from '../../db/drafts/mark-draft.ts';
import { SignOut } from './sign-out.tsx';

it.each([{ shared: true }, { shared: false }])(
  'whoever signs out before the account hears of a deletion is told that the draft stays there, and of no loss (%o)',
  async ({ shared }) => {
    beMaria({ shared });
    const db = openMemoryDatabase();
    const id = await writeCompleteDraft(db);
    const account = { etag: '"1"', savedAt: NOON.toISOString(), revision: 1, refusedRevision: null };
    await db.drafts.update(id, { account });
    await deleteDraft(db, id, NOON);
    const { screen, user } = await renderFeature(<SignOut db={db} onLeave={async () => true} />, { db });
    await user.click(screen.getByRole('button', { name: 'Terminar sessão' }));
    const dialog = await screen.findByRole('dialog', { name: 'Terminar a sessão?' });
    expect(dialog).toHaveTextContent(
      'Neste dispositivo tem:1 rascunho eliminado que ainda está na sua conta',
    );
    expect(dialog).toHaveTextContent('Se apagar, o que está na sua conta continua lá.');
    expect(dialog).not.toHaveTextContent(/por fazer|perde/);
  },
);

it('where the browser keeps nothing, whoever signs out is offered to keep nothing, and told that it goes', async () => {
  noteTrouble('memoryOnly');
  onTestFinished(() => endTrouble('memoryOnly'));
  beMaria();
  const db = openMemoryDatabase();
  await writeCompleteDraft(db);
  const { screen, user } = await renderFeature(<SignOut db={db} onLeave={async () => true} />, { db });
  await user.click(screen.getByRole('button', { name: 'Terminar sessão' }));
  const dialog = await screen.findByRole('dialog', { name: 'Terminar a sessão?' });
  expect(dialog).toHaveTextContent('ao sair, tudo o que está nesta página é apagado.');
  expect(dialog).not.toHaveTextContent(/mant|volta a encontrar/);
  expect(within(dialog).getByRole('button', { name: 'Apagar e sair' })).toBeVisible();
});
