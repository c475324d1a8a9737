import type { Db } from '../db/schema.ts';
import { judgeText, type TextIssue } from './judge-text.ts';

interface Named {
  citizenId: string;
  id: string;
}

export interface Note {
  /** Made with the form, or by the program, that writes it. */
  id: string;
  body: string;
  /** `clerk ana`, `token arquivo`. */
  writtenBy: string;
  /** By the office's clock, in ms. */
  writtenAt: number;
}

export type NoteIssue = TextIssue<'note', 'noteMissing' | 'noteTooLong'>;

/** As it is kept: without what no text of a database may hold. */
export function plainNote(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim();
}

const NOTE = { field: 'note', maxUnits: 4000, missing: 'noteMissing', tooLong: 'noteTooLong' } as const;

export function judgeNote(body: string): NoteIssue[] {
  return judgeText(body, NOTE);
}

/** Repeatable. False where the same id is another note's. */
export async function keepNote(db: Db, { citizenId, id: requestId }: Named, note: Note): Promise<boolean> {
  const { body } = note;
  const kept = await db
    .insertInto('officeNotes')
    .values({ citizenId, requestId, ...note })
    .onConflict((conflict) =>
      conflict
        .columns(['citizenId', 'requestId', 'id'])
        .doUpdateSet({ body })
        .where('officeNotes.body', '=', body),
    )
    .returning('id')
    .executeTakeFirst();
  return kept !== undefined;
}

/** In the order in which they were written. */
export function listNotes(db: Db, { citizenId, id }: Named): Promise<Note[]> {
  return db
    .selectFrom('officeNotes')
    .select(['id', 'body', 'writtenBy', 'writtenAt'])
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .orderBy('writtenAt')
    .orderBy('id')
    .execute();
}
