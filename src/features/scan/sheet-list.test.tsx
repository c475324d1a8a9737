import { fireEvent, waitFor } from '@testing-library/react';
import { useReducer } from 'react';
import { expect, test } from 'vitest';
import { NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { jpegHeader } from '../../../testing/jpeg-header.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { sheetsOf } from '../../db/core/file-schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { addPhoto, changeSheet } from '../../db/drafts/scans.ts';
import { readScan } from '../../db/files/file-rows.ts';
import { SheetList } from './sheet-list.tsx';

function DrawnSheets({ draftId }: { draftId: string }) {
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const scan = useQuery((db) => readScan(db, draftId), [draftId]);
  return (
    <>
      <SheetList draftId={draftId} sheets={sheetsOf(scan)} onRemove={() => undefined} />
      <button type="button" onClick={redraw}>
        Desenhar
      </button>
    </>
  );
}

test('a sheet that moves keeps the focus, also when its page is drawn before the move is saved', async () => {
  const db = openMemoryDatabase();
  const draftId = await writeCompleteDraft(db);
  for (const id of ['s1', 's2', 's3']) {
    await addPhoto(db, draftId, { id, type: 'image/jpeg', bytes: jpegHeader() }, NOON);
    await changeSheet(db, draftId, id, { isUsed: true });
  }
  const { screen } = await renderFeature(<DrawnSheets draftId={draftId} />, { db });
  fireEvent.click(await screen.findByRole('button', { name: 'Subir Página 2' }));
  fireEvent.click(screen.getByRole('button', { name: 'Desenhar' }));
  await waitFor(async () =>
    expect(sheetsOf(await readScan(db, draftId)).map(({ id }) => id)).toEqual(['s2', 's1', 's3']),
  );
  await waitFor(() => expect(screen.getByRole('button', { name: 'Descer Página 1' })).toHaveFocus());
});
