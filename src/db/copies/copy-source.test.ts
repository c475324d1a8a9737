import { beforeEach, describe, expect, it } from 'vitest';
import { DESCRIPTION, NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { contentOf, unpack } from '../../../testing/copy-files.ts';
import { COPY_TEXTS } from '../../../testing/copy-texts.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import type { CitizenDatabase } from '../core/citizen-database.ts';
import type { PendingTextRow } from '../core/schema.ts';
import type { CopyScope } from './copy-source.ts';
import { type CopyOptions, exportCopy } from './export-copy.ts';

let db: CitizenDatabase;

beforeEach(() => {
  db = openMemoryDatabase();
});

async function exported(scope: CopyScope, options: Partial<CopyOptions> = {}) {
  return unpack(await exportCopy(db, scope, NOON, { texts: COPY_TEXTS, ...options }));
}

const descriptions = async (scope: CopyScope, options: Partial<CopyOptions> = {}) =>
  contentOf(await exported(scope, options)).drafts.map(({ description }) => description);

describe('what was typed last', () => {
  const typing = (draftId: string, changes: Partial<PendingTextRow> = {}): PendingTextRow => ({
    draftId,
    words: { description: 'As últimas palavras.' },
    baseRevision: 1,
    writer: 'test',
    typedAt: NOON.toISOString(),
    ...changes,
  });

  it('is in the copy, whether the page hid or the device was full', async () => {
    const draftId = await writeCompleteDraft(db);
    expect(await descriptions({ draftId }, { unsaved: [typing(draftId)] })).toEqual(['As últimas palavras.']);
    await db.pendingText.put(typing(draftId));
    expect(await descriptions({ draftId })).toEqual(['As últimas palavras.']);
    expect((await db.drafts.get(draftId))?.description).toBe(DESCRIPTION);
  });

  it('stands beside what another tab has written meanwhile', async () => {
    const draftId = await writeCompleteDraft(db);
    const unsaved = [typing(draftId, { writer: 'outra', baseRevision: 0 })];
    expect(await descriptions({ draftId }, { unsaved })).toEqual([DESCRIPTION, 'As últimas palavras.']);
  });

  it('is in the copy when there is no draft yet, and when no database can be opened at all', async () => {
    const unsaved = [typing('novo', { baseRevision: 0 })];
    expect(await descriptions({ draftId: 'novo' }, { unsaved })).toEqual(['As últimas palavras.']);
    const blob = await exportCopy(null, 'everything', NOON, { texts: COPY_TEXTS, unsaved });
    expect(contentOf(await unpack(blob)).drafts).toMatchObject([{ description: 'As últimas palavras.' }]);
  });

  it('is in the copy once, also where the page put it down as it hid and its editor still holds it', async () => {
    const unsaved = [typing('novo', { baseRevision: 0 }), typing('novo', { baseRevision: 0 })];
    expect(await descriptions({ draftId: 'novo' }, { unsaved })).toEqual(['As últimas palavras.']);
  });
});
