import { isJson } from '../from-app.ts';
import { malformed, problem } from '../problem.ts';
import type {
  ComplaintDetails,
  DraftContent,
  DraftTopic,
  Labelled,
  OnBehalfOf,
  PushSubscription,
  Rating,
  ReplySubmission,
  ReplyTarget,
  RequestKind,
  RequestSubmission,
  SubmittedAttachment,
  Topic,
} from '../types.ts';
import { boolean, choice, either, integer, list, nothing, record, type Shape, text } from './shapes.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const SHA256 = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const REFERENCE = /^EC-[0-9]{4}-[0-9]{7}$/;
const STATUS_CODE = /^[A-HJKMNP-Z]{10}$/;
export const NOT_EMPTY = /./s;

/** The contract's maximums. */
const TEXT_MAX = 400_000;
const CHOSEN_MAX = 128;
const ATTACHMENTS_MAX = 50;
/** The most bytes of a JSON body; the server stops reading a longer one. */
export const JSON_BODY_MAX_BYTES = 2 * 1024 * 1024;

export const sha256 = text(64, SHA256);
export const someText = text(TEXT_MAX, NOT_EMPTY);
const statusCode = text(10, STATUS_CODE);
/** Texts of the database cannot hold the character 0, and ids are looked for by text. */
const opaqueId = text(80, /^[^\0]+$/);
export const name = text(300);
export const fileName = text(1000, NOT_EMPTY);

export const isId: Shape<string> = text(36, UUID);
const isInstant: Shape<string> = (value): value is string =>
  typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));

const labelled = record<Labelled>({ id: opaqueId, label: name });
const topicUnknown = record<Extract<Topic, { status: 'unknown' }>>({ status: choice('unknown') });
const topicKnown = record<Extract<Topic, { status: 'known' }>>({
  status: choice('known'),
  version: text(40),
  lifeEvent: labelled,
  subject: labelled,
  reason: labelled,
});
const topicBegun = record<Extract<NonNullable<DraftTopic>, { status: 'begun' }>>({
  status: choice('begun'),
  version: text(40),
  lifeEvent: either(labelled, nothing),
  subject: either(labelled, nothing),
  reason: either(labelled, nothing),
});
const onBehalfOf = either(record<OnBehalfOf>({ id: opaqueId, name }), nothing);
const complaint = either(
  record<ComplaintDetails>({ office: text(2000), happenedOn: text(2000), wanted: text(20_000) }),
  nothing,
);
const aboutRequestId = either(isId, nothing);
const purpose = choice('reply', 'addition', 'followUp', 'correction');
const attachmentFields = {
  id: isId,
  name: fileName,
  size: integer(1),
  type: text(200),
  sha256,
};
const submittedAttachment = record<SubmittedAttachment>({ ...attachmentFields, uploadId: opaqueId });
const draftAttachment = record<DraftContent['attachments'][number]>({
  ...attachmentFields,
  uploadId: either(opaqueId, nothing),
});
export const kind = choice<RequestKind>('information', 'clarification', 'documents', 'complaint');

export const draftContent = record<DraftContent>(
  {
    kind: either(kind, nothing),
    onBehalfOf,
    description: text(TEXT_MAX),
    complaint,
    aboutRequestId,
    replyTo: either(record<ReplyTarget>({ requestId: isId, purpose }), nothing),
    topic: either(either(topicUnknown, topicKnown), either(topicBegun, nothing)),
    attachments: list(draftAttachment, ATTACHMENTS_MAX),
    writtenAt: isInstant,
  },
  ['complaint', 'aboutRequestId', 'replyTo'],
);

export const requestSubmission = record<RequestSubmission>(
  {
    kind,
    onBehalfOf,
    description: text(TEXT_MAX),
    complaint,
    aboutRequestId,
    topic: either(topicUnknown, topicKnown),
    attachments: list(submittedAttachment, ATTACHMENTS_MAX),
    writtenAt: isInstant,
  },
  ['complaint', 'aboutRequestId'],
);

export const replySubmission = record<ReplySubmission>({
  purpose,
  body: someText,
  attachments: list(submittedAttachment, ATTACHMENTS_MAX),
  writtenAt: isInstant,
});

export const rating = record<Rating>({ helpful: boolean, comment: text(20_000) });
export const readMark = record<{ readUpTo: string }>({ readUpTo: isInstant });
export const statusQuestion = record<{ reference: string; code: string }>({
  reference: text(15, REFERENCE),
  code: statusCode,
});
export const statusCodeBody = record<{ replaces: string | null }>({ replaces: either(statusCode, nothing) });
export const newsWishBody = record<{ wanted: boolean }>({ wanted: boolean });
export const pushSubscription = record<PushSubscription>({
  endpoint: text(2000, /^https:\/\//),
  keys: record<PushSubscription['keys']>({
    p256dh: text(87, /^B[A-Za-z0-9_-]{86}$/),
    auth: text(22, /^[A-Za-z0-9_-]{22}$/),
  }),
  language: choice('pt-PT', 'en', 'es', 'fr', 'uk'),
  saysDate: boolean,
});
const niss = text(11, /^[12][0-9]{10}$/);
const password = text(200, NOT_EMPTY);
const newPassword = text(CHOSEN_MAX, NOT_EMPTY);
export const passwordBody = record<{ niss: string; password: string }>({ niss, password });
export const recoveryBody = record<{ niss: string }>({ niss });
export const recoveredPasswordBody = record<{ code: string; newPassword: string }>({
  code: text(20, NOT_EMPTY),
  newPassword,
});
export const changedPasswordBody = record<{ password: string; newPassword: string }>({
  password,
  newPassword,
});
export const codeBody = record<{ code: string; shared: boolean }>({
  code: text(20, NOT_EMPTY),
  shared: boolean,
});
export const cmdBody = record<{ code: string; state: string; shared: boolean }>({
  code: text(500, NOT_EMPTY),
  state: text(200, NOT_EMPTY),
  shared: boolean,
});

/** Reads the JSON body before the transaction. Returns a function that returns it, or throws what is wrong with it: the caller's session is judged first. */
export async function readBody<T>(request: Request, shape: Shape<T>): Promise<() => T> {
  const bytes = await request.arrayBuffer();
  const isTooLarge = bytes.byteLength > JSON_BODY_MAX_BYTES;
  const value = isJson(request.headers) && !isTooLarge ? parse(new TextDecoder().decode(bytes)) : undefined;
  return () => {
    if (isTooLarge) throw problem('too-large');
    if (!shape(value)) throw malformed();
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
