import type { Db } from '../db/schema.ts';

const NOTE_MAX_UNITS = 4000;

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

export interface NoteIssue {
  field: 'note';
  code: 'noteMissing' | 'noteTooLong';
  params?: Record<string, string | number>;
}

/** As it is kept: without what no text of a database may hold. */
export function plainNote(text: string): string {
  return text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim();
}

export function judgeNote(body: string): NoteIssue[] {
  if (body.trim() === '') return [{ field: 'note', code: 'noteMissing' }];
  return body.length > NOTE_MAX_UNITS
    ? [{ field: 'note', code: 'noteTooLong', params: { max: NOTE_MAX_UNITS } }]
    : [];
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
