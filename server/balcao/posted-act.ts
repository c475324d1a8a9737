import { isId } from '../../contract/bodies/bodies.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { Db } from '../db/schema.ts';
import { plainNote } from '../office/notes.ts';
import { inspectOfficeFile, type OfficeFile } from '../office/office-files.ts';
import { readService } from '../services/services.ts';
import { textOf } from './small-form.tsx';
import { ACTION_WORDS } from './words.ts';

/** What stands in the page again where it was not done. Files a page cannot give back. */
export interface Typed {
  action: OfficeAction;
  body: string;
  otherOffice: string;
  /** The id of one of the office's own; empty: none of them. */
  service: string;
  note: string;
}

export interface PostedAct extends Typed {
  key: string;
  seenMoves: number;
  files: OfficeFile[];
}

/** Null for what none of our forms sends. */
export async function readPostedAct(request: Request): Promise<PostedAct | null> {
  const form = await request.formData().catch(() => null);
  if (!form) return null;
  const [action, key, seenMoves] = ['accao', 'formulario', 'visto'].map((name) => textOf(form, name));
  if (!isAction(action) || !isId(key ?? '') || !/^[0-9]{1,6}$/.test(seenMoves ?? '')) return null;
  return {
    action,
    key: key ?? '',
    seenMoves: Number(seenMoves),
    ...readTyped(form),
    files: await readFiles(form.getAll('ficheiros').filter(isChosen)),
  };
}

/** A saved reply that somebody chooses, or seeks, while they write. */
export interface PostedChoice {
  typed: Typed;
  seenMoves: number;
  /** Null: they seek one. */
  replyId: string | null;
  sought: string;
}

/** Null for what none of our forms sends. */
export async function readPostedChoice(request: Request): Promise<PostedChoice | null> {
  const form = await request.formData().catch(() => null);
  const seenMoves = form ? textOf(form, 'visto') : '';
  if (!form || !/^[0-9]{1,6}$/.test(seenMoves)) return null;
  const isChosen = textOf(form, 'por') !== '';
  return {
    typed: { action: 'answer', ...readTyped(form) },
    seenMoves: Number(seenMoves),
    replyId: isChosen ? textOf(form, 'guardada') : null,
    sought: textOf(form, 'procurada'),
  };
}

function readTyped(form: FormData): Omit<Typed, 'action'> {
  return {
    body: textOf(form, 'mensagem').replace(/\r\n/g, '\n').trim(),
    otherOffice: textOf(form, 'servico').trim(),
    service: textOf(form, 'destino'),
    note: plainNote(textOf(form, 'nota')),
  };
}

/** One of the office's own services goes by the name that the citizen reads. */
export async function withDestination(db: Db, { service: id, otherOffice, note, ...act }: PostedAct) {
  const service = id === '' ? undefined : await readService(db, id);
  const destination = service ? { service: service.id, otherOffice: service.name } : { otherOffice };
  return { ...act, ...destination, ...(note !== '' && { note }) };
}

export function isAction(text: string | undefined): text is OfficeAction {
  return text !== undefined && Object.hasOwn(ACTION_WORDS, text);
}

/** A field for files in which none is chosen sends one without a name. */
function isChosen(entry: FormDataEntryValue): entry is File {
  return typeof entry !== 'string' && entry.name !== '';
}

/** One after the other: all at once would be one long look. */
async function readFiles(chosen: readonly File[]): Promise<OfficeFile[]> {
  const files: OfficeFile[] = [];
  for (const file of chosen)
    files.push(await inspectOfficeFile(file.name, new Uint8Array(await file.arrayBuffer())));
  return files;
}
