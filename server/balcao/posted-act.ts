import { isId } from '../../contract/bodies/bodies.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import { plainLine } from '../../domain/plain-line.ts';
import type { ActWords, NamedFile } from '../db/office-tables.ts';
import { plainNote } from '../office/notes.ts';
import { inspectOfficeFile, type OfficeFile } from '../office/office-files.ts';
import { readPostedPlace } from './hidden-fields.tsx';
import type { ListPlace } from './list-address.ts';
import { textOf } from './small-form.tsx';
import { ACTION_WORDS } from './words.ts';

/** What a form held, which the page shows again if the act was not done. */
export interface Typed extends ActWords {
  action: OfficeAction;
  keptFiles: readonly NamedFile[];
}

export interface PostedAct extends Omit<Typed, 'keptFiles'> {
  key: string;
  /** The user name of the clerk for whom the page was made; empty: a page of before told none. */
  writer: string;
  /** The mark of the form; empty: a page of before has none. */
  mark: string;
  seenMoves: number;
  /** The mark of the draft with which the page was made; empty: there was none. */
  seenDraft: string;
  /** The files that were chosen in this form. */
  files: OfficeFile[];
  /** The ids of the draft's files that still go with the act. */
  keptFileIds: string[];
  /** The id of a saved reply that was chosen; null: none. */
  reply: string | null;
  soughtReply: string;
  /** The instant, in ms, at which the page was made; null: it has left the form empty. */
  shownAtMs: number | null;
  /** Whether the clerk takes out the saved reply that stands in the field by itself. */
  takesOut: boolean;
  /** The place in the list from which the clerk came. */
  place: ListPlace;
  /** False for the script, which itself tells the clerk what it has kept. */
  wantsPage: boolean;
  /** Whether the clerk goes on to the next request. */
  goesOn: boolean;
}

/** Returns null for a post that none of our forms sends. */
export async function readPostedAct(request: Request): Promise<PostedAct | null> {
  const form = await request.formData().catch(() => null);
  if (!form) return null;
  const action = textOf(form, 'accao');
  const key = textOf(form, 'formulario');
  const seenMoves = textOf(form, 'visto');
  if (!isAction(action) || !isId(key) || !/^[0-9]{1,6}$/.test(seenMoves)) return null;
  return {
    action,
    key,
    writer: textOf(form, 'quem'),
    mark: textOf(form, 'marca'),
    seenMoves: Number(seenMoves),
    seenDraft: textOf(form, 'rascunho'),
    body: textOf(form, 'mensagem').replace(/\r\n/g, '\n').trim(),
    otherOffice: plainLine(textOf(form, 'servico')),
    service: textOf(form, 'destino'),
    note: plainNote(textOf(form, 'nota')),
    files: await readFiles(form.getAll('ficheiros').filter(isChosen)),
    keptFileIds: form.getAll('guardados').filter((id) => typeof id === 'string'),
    reply: chosenReply(form),
    soughtReply: textOf(form, 'procurada'),
    shownAtMs: form.has('mostrada') ? Number(textOf(form, 'mostrada')) : null,
    takesOut: form.has('retirar'),
    place: readPostedPlace(textOf(form, 'lista')),
    wantsPage: request.headers.get('Accept') !== 'application/json',
    goesOn: form.has('seguinte'),
  };
}

function isAction(text: string): text is OfficeAction {
  return Object.hasOwn(ACTION_WORDS, text);
}

/** A file field in which nothing is chosen sends a file without a name. */
function isChosen(entry: FormDataEntryValue): entry is File {
  return typeof entry !== 'string' && entry.name !== '';
}

/** Inspects one file after the other: all at once would give the process fewer turns for other calls. */
async function readFiles(chosen: readonly File[]): Promise<OfficeFile[]> {
  const files: OfficeFile[] = [];
  for (const file of chosen)
    files.push(await inspectOfficeFile(plainLine(file.name), new Uint8Array(await file.arrayBuffer())));
  return files;
}

/** Returns the id of the reply to put into the text; null: none. `por` is `sim` for the one chosen in the list, or the id of a fitting one. */
function chosenReply(form: FormData): string | null {
  if (!form.has('por')) return null;
  const put = textOf(form, 'por');
  return put === 'sim' ? textOf(form, 'guardada') : put;
}
