import type {
  CitizenRequest,
  ComplaintDetails,
  DraftTopic,
  Labelled,
  Message,
  OnBehalfOf,
  ReplyTarget,
} from '../../contract/types.ts';
import { err, ok, type Result } from '../../lib/result.ts';
import { REQUEST_KINDS } from '../request-kind.ts';
import {
  COPY_VERSION,
  COPY_VERSIONS,
  type CopiedAttachment,
  type CopiedDraft,
  type Copy,
  type CopyProblem,
  type ListedFile,
  type Manifest,
} from './copy-format.ts';
import {
  type Guard,
  isCount,
  isEither,
  isInstant,
  isListOf,
  isNull,
  isOneOf,
  isRecord,
  isSha256,
  isShape,
  isText,
} from './guards.ts';

type Topic = NonNullable<DraftTopic>;
type TopicOf<S extends Topic['status']> = Extract<Topic, { status: S }>;

const isLabelled = isShape<Labelled>({ id: isText, label: isText });
const isChoice = isEither(isLabelled, isNull);

const isUnknownTopic = isShape<TopicOf<'unknown'>>({ status: isOneOf('unknown') });
const isKnownTopic = isShape<TopicOf<'known'>>({
  status: isOneOf('known'),
  version: isText,
  lifeEvent: isLabelled,
  subject: isLabelled,
  reason: isLabelled,
});
const isBegunTopic = isShape<TopicOf<'begun'>>({
  status: isOneOf('begun'),
  version: isText,
  lifeEvent: isChoice,
  subject: isChoice,
  reason: isChoice,
});

const isAttachment = isShape<CopiedAttachment>({
  name: isText,
  type: isText,
  size: isCount,
  sha256: isSha256,
  path: isEither(isText, isNull),
});

const isComplaint = isShape<ComplaintDetails>({ office: isText, happenedOn: isText, wanted: isText });
const isReplyTarget = isShape<ReplyTarget>({
  requestId: isText,
  purpose: isOneOf('reply', 'addition', 'followUp'),
});

const isDraft = isShape<CopiedDraft>(
  {
    kind: isEither(isOneOf(...REQUEST_KINDS), isNull),
    onBehalfOf: isEither(isShape<OnBehalfOf>({ id: isText, name: isText }), isNull),
    description: isText,
    complaint: isEither(isComplaint, isNull),
    replyTo: isEither(isReplyTarget, isNull),
    topic: isEither(isEither(isUnknownTopic, isKnownTopic), isEither(isBegunTopic, isNull)),
    createdAt: isInstant,
    updatedAt: isInstant,
    waitingSince: isEither(isInstant, isNull),
    attachments: isListOf(isAttachment),
  },
  ['complaint', 'replyTo'],
);

/** Requests and messages are never loaded: that they are records is all that matters. */
const isRequest = (value: unknown): value is CitizenRequest => isRecord(value) && isText(value.id);
const isMessage = (value: unknown): value is Message => isRecord(value) && isText(value.id);

const isCopy = isShape<Copy>({
  format: isOneOf('e-clic-copia'),
  version: isOneOf(...COPY_VERSIONS),
  createdAt: isInstant,
  drafts: isListOf(isDraft),
  requests: isListOf(isRequest),
  messages: isListOf(isMessage),
});

const isManifest = isShape<Manifest>({
  format: isOneOf('e-clic-manifesto'),
  version: isOneOf(...COPY_VERSIONS),
  files: isListOf(isShape<ListedFile>({ path: isText, size: isCount, sha256: isSha256 })),
});

export function readManifest(text: string): Result<Manifest, CopyProblem> {
  return read(text, 'e-clic-manifesto', isManifest, 'notACopy');
}

export function readCopy(text: string): Result<Copy, CopyProblem> {
  return read(text, 'e-clic-copia', isCopy, 'damaged');
}

function read<T>(
  text: string,
  format: string,
  isWhole: Guard<T>,
  otherwise: CopyProblem['code'],
): Result<T, CopyProblem> {
  const value = parseJson(text);
  if (!isRecord(value) || value.format !== format) return err({ code: otherwise });
  const { version } = value;
  if (isCount(version) && version > COPY_VERSION) return err({ code: 'newerVersion' });
  return isWhole(value) ? ok(value) : err({ code: 'damaged' });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
