import * as v from 'valibot';
import { REQUEST_STATES } from '../request-words.ts';
import {
  atLeastOne,
  count,
  createContentSchemas,
  instant,
  requestKind,
  sha256,
  statusCode,
  text,
} from './content-schemas.ts';

const { onBehalfOf, topic, draftTopic, complaint, aboutRequestId, replyTo } = createContentSchemas(v.object);
const calendarDate = v.pipe(v.string(), v.isoDate());

const file = { id: text, name: text, size: count, type: text, sha256 };
const files = v.array(v.object(file));

const state = v.picklist(REQUEST_STATES);

const request = v.object({
  id: text,
  reference: text,
  revision: atLeastOne,
  kind: requestKind,
  onBehalfOf,
  description: text,
  complaint,
  topic,
  aboutRequestId: v.exactOptional(aboutRequestId),
  attachments: files,
  receivedAt: instant,
  dueOn: calendarDate,
  deadlinePaused: v.boolean(),
  state,
  office: v.object({ name: text }),
  history: v.array(v.object({ state, at: instant, officeName: text })),
  rating: v.nullable(v.object({ helpful: v.boolean(), comment: text })),
  readUpTo: v.nullable(instant),
  lastMessageAt: v.nullable(instant),
  askAgainUntil: v.nullable(calendarDate),
  updatedAt: instant,
  receipt: v.exactOptional(text),
  withdrawalReceipt: v.exactOptional(text),
});

const message = v.object({
  id: text,
  requestId: text,
  author: v.picklist(['citizen', 'office']),
  purpose: v.picklist(['reply', 'addition', 'followUp', 'correction', 'question', 'answer', 'notice']),
  officeName: v.nullable(text),
  body: text,
  attachments: files,
  sentAt: instant,
  receipt: v.exactOptional(text),
});

const acknowledgement = v.object({
  id: text,
  reference: text,
  revision: v.exactOptional(atLeastOne),
  at: instant,
});

const draft = v.object({
  id: text,
  etag: text,
  savedAt: instant,
  content: v.object({
    kind: v.nullable(requestKind),
    onBehalfOf,
    description: text,
    topic: draftTopic,
    attachments: v.array(v.object({ ...file, uploadId: v.nullable(text) })),
    complaint: v.exactOptional(complaint),
    aboutRequestId: v.exactOptional(aboutRequestId),
    replyTo: v.exactOptional(replyTo),
    writtenAt: instant,
  }),
});

const change = v.variant('type', [
  v.object({ type: v.literal('request'), request }),
  v.object({ type: v.literal('message'), message }),
  v.object({ type: v.literal('draft'), draft }),
  v.object({ type: v.literal('draftDeleted'), draftId: text }),
]);

const limits = v.object({
  descriptionMinGraphemes: atLeastOne,
  descriptionMaxGraphemes: atLeastOne,
  attachmentsMaxCount: count,
  attachmentMaxBytes: atLeastOne,
  attachmentsMaxTotalBytes: atLeastOne,
  accountDraftsMaxCount: atLeastOne,
  accountUploadsMaxCount: atLeastOne,
  accountUploadsMaxTotalBytes: atLeastOne,
  changesMaxBytes: atLeastOne,
  acceptedTypes: v.array(text),
  generalWorkingDays: atLeastOne,
  complaintWorkingDays: atLeastOne,
  extraHolidays: v.array(calendarDate),
});

const receiptKey = v.object({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: text,
  y: text,
  kid: text,
  alg: v.literal('ES256'),
  use: v.literal('sig'),
});

const person = v.object({
  id: text,
  name: text,
  maskedNiss: text,
  holder: v.picklist(['person', 'organisation']),
});
const contact = v.object({ channel: v.picklist(['email', 'sms']), masked: text });

const signedOut = v.object({ status: v.literal('signedOut') });
const codeRequired = v.object({
  status: v.literal('codeRequired'),
  codeSentTo: contact,
  codeExpiresAt: instant,
});
const minutes = v.object({ own: atLeastOne, shared: atLeastOne });
const way = v.picklist(['password', 'cmd']);
const signedIn = v.object({
  status: v.literal('signedIn'),
  citizen: person,
  representations: v.array(person),
  contact: v.nullable(contact),
  lastSignIn: v.nullable(v.object({ at: instant, way })),
  shared: v.boolean(),
  idleMinutes: minutes,
  wholeMinutes: minutes,
  expiresAt: instant,
  endsAt: instant,
  canChangePassword: v.exactOptional(v.boolean()),
});
const mustErase = v.object({ status: v.literal('mustErase'), citizenId: text });

const mySession = v.object({
  id: text,
  state: v.picklist(['open', 'ended', 'mustErase', 'erased']),
  isCurrent: v.boolean(),
  way,
  shared: v.boolean(),
  device: v.nullable(text),
  begunAt: instant,
  lastUsedAt: instant,
  erasedAt: v.nullable(instant),
});

const ANSWERS = {
  request,
  sentRequest: v.union([request, acknowledgement]),
  sentMessage: v.union([message, acknowledgement]),
  draft,
  changes: v.object({ changes: v.array(change), cursor: text, more: v.boolean(), serverTime: instant }),
  limits,
  receiptKeys: v.object({ issuers: v.array(text), keys: v.array(receiptKey) }),
  session: v.variant('status', [signedOut, codeRequired, signedIn, mustErase]),
  codeRequired,
  signedIn,
  mySession,
  mySessions: v.object({ sessions: v.array(mySession) }),
  statusCode: v.object({ code: v.nullable(statusCode) }),
  requestStatus: v.object({
    state,
    turn: v.picklist(['citizen', 'office', 'nobody']),
    receivedAt: instant,
    dueOn: v.nullable(calendarDate),
  }),
  newsWish: v.object({ contact: v.nullable(contact), wanted: v.boolean() }),
  redirect: v.object({ authorizeUrl: text, state: text }),
};

export type Answers = { [Name in keyof typeof ANSWERS]: v.InferOutput<(typeof ANSWERS)[Name]> };

/** Whether an answer is what the contract says. Further fields are accepted, since servers grow. */
export function isAnswer(name: keyof Answers, value: unknown): boolean {
  return v.safeParse(ANSWERS[name], value, { abortEarly: true }).success;
}
