import { beforeEach, describe, expect, it } from 'vitest';
import { contentOf, wordsOf } from '../../../domain/written/words.ts';
import { NOON } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { DraftPatch } from '../../db/drafts/draft-edit.ts';
import { putPendingText } from '../../db/drafts/last-words.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { createDraftSaver, type DraftSaver } from './autosave.ts';

const AT_FIRST = {
  description: 'Esperei quatro horas.',
  complaint: { office: 'Serviço de Faro', happenedOn: '', wanted: 'Que respondam' },
};

let db: CitizenDatabase;
let a: DraftSaver;
let b: DraftSaver;

/** Opens a tab that has read what stands in the draft. */
async function openTab(writer: string): Promise<DraftSaver> {
  const opened = await openDraft(db, 'd', NOON);
  if (!opened) throw new Error('The draft is gone');
  return createDraftSaver({
    draftId: 'd',
    baseRevision: opened.revision,
    opened: contentOf(opened),
    writer,
    clock: manualClock(NOON),
    save: (id, edit, now) => saveDraft(db, id, edit, now),
    putPending: (row) => putPendingText(db, row),
    keepTyping: async () => undefined,
    dropPending: () => undefined,
  });
}

function type(tab: DraftSaver, patch: DraftPatch) {
  tab.change(patch);
  return tab.flush();
}

const detail = (changed: Partial<typeof AT_FIRST.complaint>) => ({
  complaint: { ...AT_FIRST.complaint, ...changed },
});

const readWords = async () => (await db.drafts.toArray()).map(wordsOf);

beforeEach(async () => {
  db = openMemoryDatabase();
  const patch = { kind: 'complaint', ...AT_FIRST } as const;
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'before' }, NOON);
  [a, b] = [await openTab('a'), await openTab('b')];
});

describe('a complaint that two tabs have open', () => {
  it('stays one where one tab writes the description and the other its details', async () => {
    await type(a, { description: 'Esperei cinco horas.' });
    await type(b, detail({ wanted: 'Que respondam já' }));
    await type(a, { description: 'Esperei cinco horas, de pé.' });
    await type(b, detail({ wanted: 'Que respondam hoje' }));
    expect(await readWords()).toEqual([
      { ...wordsOf(AT_FIRST), description: 'Esperei cinco horas, de pé.', wanted: 'Que respondam hoje' },
    ]);
  });

  it('stays one where each tab writes another of its details', async () => {
    await type(a, detail({ office: 'Serviço de Loulé' }));
    await type(b, detail({ wanted: 'Que respondam já' }));
    await type(a, detail({ office: 'Serviço de Tavira' }));
    expect(await readWords()).toEqual([
      { ...wordsOf(AT_FIRST), office: 'Serviço de Tavira', wanted: 'Que respondam já' },
    ]);
  });

  it('stays one also with what a tab typed in the last instant', async () => {
    b.change(detail({ wanted: 'Que respondam hoje' }));
    const typed = b.unsavedText();
    await type(a, { description: 'Esperei cinco horas.' });
    if (typed) putPendingText(db, typed);
    await openDraft(db, 'd', NOON);
    expect(await readWords()).toEqual([
      { ...wordsOf(AT_FIRST), description: 'Esperei cinco horas.', wanted: 'Que respondam hoje' },
    ]);
  });

  it('is kept in two drafts where both have written the same text, also by a tab that had joined other words', async () => {
    await type(a, { description: 'Esperei cinco horas.' });
    await type(b, detail({ wanted: 'Que respondam já' }));
    const { otherDraftId } = await type(b, { description: 'Esperei duas horas.' });
    expect(otherDraftId).not.toBeNull();
    expect((await readWords()).map(({ description }) => description).toSorted()).toEqual([
      'Esperei cinco horas.',
      'Esperei duas horas.',
    ]);
  });
});
