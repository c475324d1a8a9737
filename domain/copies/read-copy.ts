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
import type { CitizenRequest, Message } from '../../contract/types.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import {
  COPY_VERSION,
  COPY_VERSIONS,
  type CopiedAttachment,
  type CopiedDraft,
  type CopiedFile,
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
  requests: v.array(v.custom<CitizenRequest>(isRecord)),
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
