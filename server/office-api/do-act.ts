import type { OfficeActBody, OfficeFileName } from '../../contract/office-types.ts';
import { problem } from '../../contract/problem.ts';
import { checkTotals } from '../../domain/validate-attachments.ts';
import type { Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { type Acted, actOnRequest, findEarlierAct, type OfficeAct } from '../office/act.ts';
import { judgeAct } from '../office/judge-act.ts';
import { plainNote } from '../office/notes.ts';
import { inspectOfficeFile, type OfficeFile } from '../office/office-files.ts';
import { findOfficeUpload, measureOfficeUploads } from '../office/office-uploads.ts';
import type { OfficeRequest } from '../office/read-request.ts';
import type { Reader } from '../services/reach.ts';
import { readService } from '../services/services.ts';
import { officeProblem } from './office-problem.ts';

interface AskedAct {
  key: string;
  reader: Reader;
  asked: OfficeActBody;
}

/** Does an act once, however often the program asks for it. When it asks again, the act's files need no longer be there. */
export async function doAct(
  context: Context,
  found: OfficeRequest,
  { key, reader, asked }: AskedAct,
): Promise<void> {
  const { action, seenMoves = null } = asked;
  const body = 'body' in asked ? asked.body : '';
  const named = 'files' in asked ? (asked.files ?? []) : [];
  const note = 'note' in asked && asked.note !== undefined && { note: plainNote(asked.note) };
  const said = { action, body, ...(await findDestination(context.db, asked)), ...note };
  const earlier = await findEarlierAct(context.db, found, { ...said, files: named, key });
  if (earlier !== null) return requireDone(earlier, 'key-reused');
  // An act that was done before needs its service no more.
  if (said.service !== undefined && said.otherOffice === undefined)
    throw officeProblem('validation', { issues: [{ field: 'service', code: 'serviceUnknown' }] });
  const files = await readFiles(context, found, named);
  const issues = judgeAct({ ...said, files }, context.limits);
  if (issues.length > 0) throw officeProblem('validation', { issues });
  const { who: by, reach } = reader;
  const act = { ...said, files, atMs: context.clocks.officeNow(), by, key, seenMoves, reach };
  requireDone(await actOnRequest(context, found, act), 'request-changed');
}

/** Returns the office to which the request goes. When it is a service that is not there, it has no name that the citizen could read. */
async function findDestination(
  db: Db,
  asked: OfficeActBody,
): Promise<Pick<OfficeAct, 'service' | 'otherOffice'>> {
  if ('otherOffice' in asked) return { otherOffice: asked.otherOffice };
  if (!('service' in asked)) return {};
  const service = await readService(db, asked.service);
  return { service: asked.service, ...(service && { otherOffice: service.name }) };
}

function requireDone(acted: Acted, changed: 'key-reused' | 'request-changed'): void {
  if (acted === 'state-forbids') throw problem('state-forbids');
  if (acted === 'changed') throw changed === 'key-reused' ? problem(changed) : officeProblem(changed);
}

/**
 * Throws when a file never came or came with other bytes; and before any is read, when one is named twice, or when they are more than an act may have: fifty of
 * them would fill the process's memory.
 */
async function readFiles(
  { db, limits }: Context,
  { citizenId, id: requestId }: OfficeRequest,
  named: readonly OfficeFileName[],
): Promise<OfficeFile[]> {
  if (named.length === 0) return [];
  const ids = named.map(({ id }) => id);
  if (new Set(ids).size < named.length) {
    const issues = [{ field: 'attachments' as const, code: 'attachmentIdRepeated' }];
    throw officeProblem('validation', { issues });
  }
  const issue = checkTotals([], await measureOfficeUploads(db, { citizenId, requestId }, ids), limits);
  if (issue) throw officeProblem('validation', { issues: [{ ...issue, field: 'attachments' }] });
  const files: OfficeFile[] = [];
  const missing: string[] = [];
  for (const { id, name, sha256 } of named) {
    const upload = await findOfficeUpload(db, { citizenId, requestId, id });
    if (upload?.sha256 === sha256) files.push(await inspectOfficeFile(name, upload.bytes));
    else missing.push(id);
  }
  if (missing.length > 0) throw officeProblem('file-missing', { fileIds: missing });
  return files;
}
