import type { DraftContent, SubmittedAttachment } from '../contract/types.ts';
import { type DayUsage, DEFAULT_DAY_LIMITS } from '../domain/day-limits.ts';
import type { KeptFile, Sent } from '../domain/decide/sent.ts';
import type { InspectedFile } from '../domain/inspected-file.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { canonicalJson } from '../domain/proof/canonical-json.ts';
import { sha256Hex } from '../shared/sha256.ts';
import { addDraft, endDraft, findDraft } from './account-drafts.ts';
import { changeUsage, keepDayUsage } from './account-usage.ts';
import type { Call } from './call.ts';
import { forgetUpload } from './forget-uploads.ts';
import { ownKey } from './own-key.ts';
import { citizenOf } from './session.ts';
import { findUpload } from './uploads.ts';

interface Effects {
  files: readonly KeptFile[];
  dayUsage: DayUsage;
  leftDraft: DraftContent | null;
}

type SentWithFiles = Sent<{ attachments: readonly SubmittedAttachment[] }>;

/** Reads what the citizen's account has of what is sent, and which of the inspected files still have their uploads. */
export async function readSentFacts(
  call: Call,
  citizenId: string,
  { id, revision, content }: SentWithFiles,
  requestId: string,
  seen: readonly InspectedFile[],
) {
  const { tx } = call;
  const { dayUsage } = await citizenOf(call, citizenId);
  const key = await tx.get('idempotencyKeys', keyOf(citizenId, id, revision));
  const request = (await tx.get('requests', ownKey(citizenId, id)))?.request ?? null;
  const message = (await tx.get('messages', ownKey(citizenId, id)))?.message ?? null;
  const files: InspectedFile[] = [];
  for (const file of seen) if (await tx.get('uploads', file.claimed.uploadId)) files.push(file);
  const known = content.attachments.map((file) =>
    tx.get('attachments', ownKey(citizenId, requestId, file.id)),
  );
  return {
    dayUsage,
    dayLimits: DEFAULT_DAY_LIMITS,
    limits: DEFAULT_LIMITS,
    keyHash: key?.contentHash ?? null,
    request,
    message,
    isIdTaken: request !== null || message !== null,
    draft: await findDraft(call, citizenId, id),
    files,
    attachments: (await Promise.all(known)).flatMap((row) => row?.attachment ?? []),
  };
}

/** Keeps, in the transaction of a request or reply, its key (or an answer lost in between would make two), its files, and the end of its draft. */
export async function keepSent(
  call: Call,
  citizenId: string,
  requestId: string,
  { id, revision, contentHash }: SentWithFiles,
  { files, dayUsage, leftDraft }: Effects,
): Promise<void> {
  await keepDayUsage(call, citizenId, dayUsage);
  for (const file of files) {
    if (file.isNew) await attach(call, citizenId, requestId, file);
    else await forgetUpload(call, citizenId, file.uploadId);
  }
  await call.tx.put('idempotencyKeys', keyOf(citizenId, id, revision), { contentHash });
  if (leftDraft) await addDraft(call, citizenId, leftDraft);
  await endDraft(call, citizenId, id);
}

async function attach(
  call: Call,
  citizenId: string,
  requestId: string,
  { attachment, uploadId }: KeptFile,
): Promise<void> {
  const upload = await findUpload(call, citizenId, uploadId);
  const row = { attachment, byteKeys: upload.byteKeys };
  await call.tx.put('attachments', ownKey(citizenId, requestId, attachment.id), row);
  if (upload.committed) return;
  await call.tx.put('uploads', uploadId, { ...upload, committed: true });
  await changeUsage(call, citizenId, { uploads: -1, uploadBytes: -upload.size });
}

function keyOf(citizenId: string, id: string, revision: number): string {
  return ownKey(citizenId, `${id}:${revision}`);
}

export function hashContent(value: unknown): Promise<string> {
  return sha256Hex(new TextEncoder().encode(canonicalJson(value)));
}
