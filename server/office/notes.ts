import type { Db } from '../db/schema.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { judgeText, type TextIssue } from './judge-text.ts';

export interface Note {
  /** Made by the form or the program that writes the note. */
  id: string;
  body: string;
  /** As the record names people and programs: `clerk ana`, `token arquivo`. */
  writtenBy: string;
  /** The instant in ms, by the office's clock. */
  writtenAt: number;
}

export type NoteIssue = TextIssue<'note', 'noteMissing' | 'noteTooLong'>;

/** Returns a text as it is kept: with plain line ends, and without NUL, which no text of the database may hold. */
export function plainNote(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim();
}

const NOTE = { field: 'note', maxUnits: 4000, missing: 'noteMissing', tooLong: 'noteTooLong' } as const;

export function judgeNote(body: string): NoteIssue[] {
  return judgeText(body, NOTE);
}

/** Repeatable. Returns false when another note has the same id. */
export async function keepNote(
  db: Db,
  { citizenId, id: requestId }: NamedRequest,
  note: Note,
): Promise<boolean> {
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

/** Returns the notes of a request in the order in which they were written. */
export function listNotes(db: Db, { citizenId, id }: NamedRequest): Promise<Note[]> {
  return db
    .selectFrom('officeNotes')
    .select(['id', 'body', 'writtenBy', 'writtenAt'])
    .where('citizenId', '=', citizenId)
    .where('requestId', '=', id)
    .orderBy('writtenAt')
    .orderBy('id')
    .execute();
}
