import * as v from 'valibot';
import {
  count,
  createContentSchemas,
  type Fields,
  instant,
  requestKind,
  sha256,
  text,
} from '../../contract/schemas/content-schemas.ts';
import type { Message } from '../../contract/types.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import {
  COPY_VERSION,
  COPY_VERSIONS,
  type CopiedAttachment,
  type CopiedDraft,
  type CopiedFile,
  type CopiedRequest,
  type Copy,
  type CopyProblem,
  type Manifest,
  type Reminder,
} from './copy-format.ts';

const { onBehalfOf, complaint, aboutRequestId, replyTo, draftTopic } = createContentSchemas(v.strictObject);
const version = v.picklist(COPY_VERSIONS);

const attachment = v.strictObject({
  name: text,
  type: text,
  size: count,
  sha256,
  path: v.nullable(text),
} satisfies Fields<CopiedAttachment>);

const draft = v.strictObject({
  kind: v.nullable(requestKind),
  onBehalfOf,
  description: text,
  complaint: v.exactOptional(complaint),
  aboutRequestId: v.exactOptional(aboutRequestId),
  replyTo: v.exactOptional(replyTo),
  topic: draftTopic,
  createdAt: instant,
  updatedAt: instant,
  waitingSince: v.nullable(instant),
  attachments: v.array(attachment),
} satisfies Fields<CopiedDraft>);

/** Requests and messages are never loaded, so it is enough that they have an id. */
const isRecord = (value: unknown) => v.is(v.object({ id: text }), value);

/** The copy has exactly these fields; another one is an error, as is a missing one. */
const COPY = v.strictObject({
  format: v.literal('e-clic-copia'),
  version,
  createdAt: instant,
  drafts: v.array(draft),
  requests: v.array(v.custom<CopiedRequest>(isRecord)),
  messages: v.array(v.custom<Message>(isRecord)),
  reminders: v.exactOptional(
    v.array(v.strictObject({ requestId: text, on: text } satisfies Fields<Reminder>)),
  ),
} satisfies Fields<Copy>);

const MANIFEST = v.strictObject({
  format: v.literal('e-clic-manifesto'),
  version,
  files: v.array(v.strictObject({ path: text, size: count, sha256 } satisfies Fields<CopiedFile>)),
} satisfies Fields<Manifest>);

export function readManifest(json: string): Result<Manifest, CopyProblem> {
  return read(json, 'e-clic-manifesto', MANIFEST, 'notACopy');
}

export function readCopy(json: string): Result<Copy, CopyProblem> {
  return read(json, 'e-clic-copia', COPY, 'damaged');
}

function read<T>(
  json: string,
  format: string,
  whole: v.GenericSchema<unknown, T>,
  otherwise: CopyProblem['code'],
): Result<T, CopyProblem> {
  const value = parseJson(json);
  if (!v.is(v.object({ format: v.literal(format) }), value)) return err({ code: otherwise });
  if (v.is(v.object({ version: v.pipe(count, v.gtValue(COPY_VERSION)) }), value)) {
    return err({ code: 'newerVersion' });
  }
  const { success, output } = v.safeParse(whole, value, { abortEarly: true });
  return success ? ok(output) : err({ code: 'damaged' });
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A copy may hold as many drafts as an account. */
export const MOST_DRAFTS = DEFAULT_LIMITS.accountDraftsMaxCount;

/** The contract's limits for what no editor of ours exceeds. Words have none here: an editor keeps what is typed over their limits. */
export const DRAFT_CAPS = {
  attachments: 50,
  fileName: 1000,
  fileType: 200,
  personName: 300,
  id: 80,
  label: 300,
};

/** Counts code points, as JSON Schema does: a surrogate pair is one. */
function isWithin(text: string, cap: number): boolean {
  return text.length <= cap || (text.length <= 2 * cap && [...text].length <= cap);
}

export function fitsContract(draft: CopiedDraft): boolean {
  const { onBehalfOf, aboutRequestId, topic, attachments } = draft;
  const parts = topic && 'lifeEvent' in topic ? [topic.lifeEvent, topic.subject, topic.reason] : [];
  const texts: [text: string | undefined, cap: number][] = [
    [onBehalfOf?.id, DRAFT_CAPS.id],
    [onBehalfOf?.name, DRAFT_CAPS.personName],
    [aboutRequestId ?? undefined, DRAFT_CAPS.id],
    ...parts.flatMap((part): typeof texts => [
      [part?.id, DRAFT_CAPS.id],
      [part?.label, DRAFT_CAPS.label],
    ]),
    ...attachments.flatMap(({ name, type }): typeof texts => [
      [name, DRAFT_CAPS.fileName],
      [type, DRAFT_CAPS.fileType],
    ]),
  ];
  return (
    attachments.length <= DRAFT_CAPS.attachments && texts.every(([text = '', cap]) => isWithin(text, cap))
  );
}
