import type { OfficeAction } from '../../domain/office-moves.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import type { NamedFile } from '../db/office-tables.ts';
import { judgeAct, type OfficeIssue } from '../office/judge-act.ts';
import { keepUnsentFiles, readUnsentFiles } from '../office/office-uploads.ts';
import type { OfficeRequest } from '../office/read-request.ts';
import { type Kept, keepWritten, withDestination } from '../office/unsent.ts';
import { beginAnswer } from '../saved-replies/begin-answer.ts';
import { listReplies } from '../saved-replies/saved-replies.ts';
import { fieldId, issueWords } from './issue-words.ts';
import { findKept, tellGone } from './kept-files.ts';
import type { Problem } from './page.tsx';
import type { PostedAct } from './posted-act.ts';
import type { ReadRequest } from './require-clerk.tsx';

/** Judges a posted act with all of its files: those of the draft and those chosen in the form. */
export async function judgePosted(
  context: Context,
  found: OfficeRequest,
  posted: PostedAct,
  kept: readonly NamedFile[],
): Promise<OfficeIssue[]> {
  const files = [...(await readUnsentFiles(context.db, found, kept)), ...posted.files];
  const said = await withDestination(context.db, posted);
  return judgeAct({ ...said, action: posted.action, files }, context.limits);
}

export function problemsOf(action: OfficeAction, issues: readonly OfficeIssue[]): Problem[] {
  return issues.map((issue) => ({ fieldId: fieldId(action, issue.field), sentence: issueWords(issue) }));
}

/** Keeps the clerk's words, and the new files if they may be sent, so that nothing is lost whatever becomes of the act. Returns the files, and what is not kept. */
export async function keepWhole(
  context: Context,
  clerk: Clerk,
  found: OfficeRequest,
  posted: PostedAct,
  before: readonly NamedFile[],
  issues: readonly OfficeIssue[],
): Promise<{ files: readonly NamedFile[]; kept: Kept; lost: Problem[] }> {
  const areFit = issues.every(({ field }) => field !== 'attachments');
  const files = areFit ? [...before, ...(await keepUnsentFiles(context, found, posted.files))] : before;
  const kept = await keepWritten(context, found, writtenOf(clerk, found, posted, files), posted);
  const lost = NOT_KEPT[kept].map((sentence): Problem => ({ fieldId: null, sentence }));
  if (posted.files.length > 0 && (!areFit || kept === 'elsewhere'))
    lost.push({ fieldId: fieldId(posted.action, 'attachments'), sentence: 'Escolha outra vez os ficheiros' });
  return { files, kept, lost };
}

const NOT_KEPT: Record<Kept, readonly string[]> = {
  kept: [],
  otherSent: ['Não ficou guardado: já enviou outra versão. Copie o que escreveu antes de sair desta página'],
  elsewhere: [
    'Nada foi enviado nem guardado: noutra página sua há um texto mais recente. Leia-o antes de continuar',
  ],
};

export function writtenOf(
  { userName }: Clerk,
  found: OfficeRequest,
  posted: PostedAct,
  files: readonly NamedFile[],
) {
  const { action, body, otherOffice, service, note } = posted;
  return {
    userName,
    reference: found.request.reference,
    ofService: found.assignment.service?.id ?? '',
    action,
    words: { body, otherOffice, service, note },
    files,
  };
}

/**
 * Keeps a draft, and returns what its clerk has to be told. Nothing is sent, and no words are judged. The script keeps drafts while a clerk types; it posts no
 * files, so none are read. It wants no page: what is thrown tells it that the words are not kept.
 */
export async function keepPosted(
  context: Context,
  clerk: Clerk,
  found: ReadRequest,
  posted: PostedAct,
): Promise<{ isKept: boolean; problems: Problem[] }> {
  const kept = await findKept(context, clerk, found, posted);
  const hasFiles = kept.length > 0 || posted.files.length > 0;
  const body = hasFiles || !(await isAsShown(context, clerk, found, posted)) ? posted.body : '';
  const issues = posted.files.length === 0 ? [] : await judgePosted(context, found, posted, kept);
  const whole = await keepWhole(context, clerk, found, { ...posted, body }, kept, issues);
  const isKept = whole.kept === 'kept';
  if (!isKept && !posted.wantsPage) throw new Response(null, { status: 409 });
  const unfit = problemsOf(
    posted.action,
    issues.filter(({ field }) => field === 'attachments'),
  );
  const gone = await tellGone(context, found, posted, kept);
  return { isKept, problems: [...unfit, ...whole.lost, ...gone] };
}

/** Whether the text is the saved reply that the page has put into the field, unchanged. Nobody has written it, so it is no draft. */
async function isAsShown(
  { db }: Context,
  { userName }: Clerk,
  found: OfficeRequest,
  { action, body, shownAtMs, seenDraft }: PostedAct,
): Promise<boolean> {
  // Where the page has shown a draft, its clerk has put the reply there themselves.
  if (action !== 'answer' || shownAtMs === null || seenDraft !== '') return false;
  return beginAnswer(await listReplies(db, userName), found)?.text === body;
}
