import type { GenericSchema } from 'valibot';
import * as v from 'valibot';
import { isJson } from '../from-app.ts';
import { malformed, problem } from '../problem.ts';
import { REFERENCE } from '../reference.ts';
import {
  atLeastOne,
  createContentSchemas,
  type Fields,
  instant,
  requestKind,
  sha256,
  statusCode,
} from '../schemas/content-schemas.ts';
import type {
  DraftContent,
  PushSubscription,
  Rating,
  ReplySubmission,
  RequestSubmission,
  SubmittedAttachment,
} from '../types.ts';
import { isPushPoint } from './push-point.ts';

/** The contract's maximums. */
const TEXT_MAX = 400_000;
const CHOSEN_MAX = 128;
const ATTACHMENTS_MAX = 50;
/** The most bytes of a JSON body; the server stops reading a longer one. */
export const JSON_BODY_MAX_BYTES = 2 * 1024 * 1024;

export const capped = (max: number) => v.pipe(v.string(), v.maxLength(max));
export const filled = (max: number) => v.pipe(v.string(), v.nonEmpty(), v.maxLength(max));
const matching = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern));

/** Judges the length before the items: a body has room for thousands. */
export function list<Item>(item: v.GenericSchema<Item>, max: number) {
  const isShort = (value: unknown) => Array.isArray(value) && value.length <= max;
  return v.pipe(v.custom<Item[]>(isShort), v.array(item));
}

export const uuid = v.pipe(v.string(), v.uuid());
/** Texts of the database cannot hold the character 0, and ids are looked for by text. */
export const opaqueId = v.pipe(v.string(), v.maxLength(80), v.regex(/^[^\0]+$/));
const instantInZ = v.pipe(instant, v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/));
export const someText = filled(TEXT_MAX);
export const name = capped(300);
export const fileName = filled(1000);

export const isId = (value: unknown): value is string => v.is(uuid, value);

const { onBehalfOf, topic, draftTopic, complaint, aboutRequestId, purpose, replyTo } = createContentSchemas(
  v.strictObject,
  {
    id: opaqueId,
    requestId: uuid,
    name,
    version: capped(40),
    line: capped(2000),
    passage: capped(20_000),
  },
);

const attachmentFields = { id: uuid, name: fileName, size: atLeastOne, type: capped(200), sha256 };
const submittedAttachment = v.strictObject({
  ...attachmentFields,
  uploadId: opaqueId,
} satisfies Fields<SubmittedAttachment>);
const submittedAttachments = list(submittedAttachment, ATTACHMENTS_MAX);
const draftAttachment = v.strictObject({
  ...attachmentFields,
  uploadId: v.nullable(opaqueId),
} satisfies Fields<DraftContent['attachments'][number]>);

export const draftContent = v.strictObject({
  kind: v.nullable(requestKind),
  onBehalfOf,
  description: capped(TEXT_MAX),
  complaint: v.exactOptional(complaint),
  aboutRequestId: v.exactOptional(aboutRequestId),
  replyTo: v.exactOptional(replyTo),
  topic: draftTopic,
  attachments: list(draftAttachment, ATTACHMENTS_MAX),
  writtenAt: instantInZ,
} satisfies Fields<DraftContent>);

export const requestSubmission = v.strictObject({
  kind: requestKind,
  onBehalfOf,
  description: capped(TEXT_MAX),
  complaint: v.exactOptional(complaint),
  aboutRequestId: v.exactOptional(aboutRequestId),
  topic,
  attachments: submittedAttachments,
  writtenAt: instantInZ,
} satisfies Fields<RequestSubmission>);

export const replySubmission = v.strictObject({
  purpose,
  body: someText,
  attachments: submittedAttachments,
  writtenAt: instantInZ,
} satisfies Fields<ReplySubmission>);

export const rating = v.strictObject({
  helpful: v.boolean(),
  comment: capped(20_000),
} satisfies Fields<Rating>);
export const readMark = v.strictObject({ readUpTo: instantInZ });
export const statusQuestion = v.strictObject({ reference: matching(REFERENCE), code: statusCode });
export const statusCodeBody = v.strictObject({ replaces: v.nullable(statusCode) });
export const newsWishBody = v.strictObject({ wanted: v.boolean() });
export const pushSubscription = v.strictObject({
  endpoint: v.pipe(v.string(), v.maxLength(2000), v.startsWith('https://')),
  keys: v.strictObject({
    p256dh: v.pipe(v.string(), v.check(isPushPoint)),
    auth: matching(/^[A-Za-z0-9_-]{22}$/),
  } satisfies Fields<PushSubscription['keys']>),
  language: v.picklist(['pt-PT', 'en', 'es', 'fr', 'uk']),
  saysDate: v.boolean(),
} satisfies Fields<PushSubscription>);
const niss = matching(/^[12][0-9]{10}$/);
const password = filled(200);
const newPassword = filled(CHOSEN_MAX);
export const passwordBody = v.strictObject({ niss, password });
export const recoveryBody = v.strictObject({ niss });
export const recoveredPasswordBody = v.strictObject({ code: filled(20), newPassword });
export const changedPasswordBody = v.strictObject({ password, newPassword });
export const codeBody = v.strictObject({ code: filled(20), shared: v.boolean() });
export const cmdBody = v.strictObject({ code: filled(4000), state: filled(200), shared: v.boolean() });

/** Reads the JSON body before the transaction. Returns a function that returns it, or throws what is wrong with it: the caller's session is judged first. */
export async function readBody<T>(request: Request, schema: v.GenericSchema<T>): Promise<() => T> {
  const bytes = await request.arrayBuffer();
  const isTooLarge = bytes.byteLength > JSON_BODY_MAX_BYTES;
  const value = isJson(request.headers) && !isTooLarge ? parse(new TextDecoder().decode(bytes)) : undefined;
  return () => {
    if (isTooLarge) throw problem('too-large');
    // No body is a list; `strictObject` takes an empty one where no field has to be there.
    if (Array.isArray(value) || !v.is(schema, value)) throw malformed();
    return value;
  };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const KEY = /^"?([0-9a-f-]{36}):([1-9][0-9]{0,9})"?$/i;

interface Sent<Content> {
  id: string;
  revision: number;
  /** The version of the account's draft that the device knew; null for none. */
  draftVersion: string | null;
  content: Content;
}

/**
 * Reads what a device sends under an id of its own. Returns a function that returns it, or throws what is wrong with it. The `Idempotency-Key` names the
 * revision and must be a key of this very id.
 */
export async function readSent<Content>(
  request: Request,
  schema: GenericSchema<Content>,
): Promise<(id: string) => Sent<Content>> {
  const body = await readBody(request, schema);
  return (id) => {
    const [, keyId, revision] = KEY.exec(request.headers.get('Idempotency-Key') ?? '') ?? [];
    if (!isId(id) || keyId !== id) throw malformed();
    const draftVersion = request.headers.get('X-Draft-Version');
    return { id, revision: Number(revision), draftVersion, content: body() };
  };
}
