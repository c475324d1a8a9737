import type { Attachment, Message, RequestKind, RequestState } from '../../contract/types.ts';
import { dueOnOf } from '../request-status.ts';
import { inLabels, type ReaderLabels } from '../topics/reader-topic.ts';
import { askedOf } from '../written/asked-words.ts';
import { isOptional } from '../written/rules.ts';
import { type Content, type Loose, type WordField, wordsOf } from '../written/words.ts';
import type { CopiedDraft, CopiedRequest, UnsentRating } from './copy-format.ts';

/** The words of the readable files, in the citizen's language. */
export interface CopyTexts {
  kind: string;
  onBehalfOf: string;
  topic: string;
  about: string;
  words: Record<WordField, string>;
  attachments: string;
  updatedAt: string;
  waitingSince: string;
  reference: string;
  receivedAt: string;
  dueOn: string;
  state: string;
  reminder: string;
  messages: string;
  correction: string;
  citizen: string;
  office: string;
  unsentRating: string;
  wasHelpful: string;
  wasNotHelpful: string;
  nothing: string;
  unknownTopic: string;
  notOnThisDevice: string;
  /** Undefined where they did not come. */
  topicLabels: ReaderLabels | undefined;
  kindOf(kind: RequestKind): string;
  stateOf(state: RequestState): string;
  formatInstant(iso: string): string;
  formatDay(day: string): string;
}

/** `about` is the reference of the earlier request that the draft is about, if this device knows it. */
export function writeDraftText(draft: CopiedDraft, about: string | null, texts: CopyTexts): string {
  const files = draft.attachments.map(({ name, path }) =>
    path === null ? `${name} (${texts.notOnThisDevice})` : name,
  );
  return layOut([
    ...contentParts(draft, about, files, texts),
    [texts.updatedAt, texts.formatInstant(draft.updatedAt)],
    ...(draft.waitingSince === null
      ? []
      : [[texts.waitingSince, texts.formatInstant(draft.waitingSince)] as const]),
  ]);
}

/** `remindOn` is the day of the citizen's own reminder, if there is one. */
export function writeRequestText(
  request: CopiedRequest,
  messages: Message[],
  remindOn: string | null,
  about: string | null,
  texts: CopyTexts,
  isHere: (file: Attachment) => boolean,
): string {
  const namesOf = (files: Attachment[]) =>
    files.map((file) => (isHere(file) ? file.name : `${file.name} (${texts.notOnThisDevice})`));
  const files = namesOf(request.attachments);
  const dueOn = dueOnOf(request);
  return layOut([
    [texts.reference, request.reference],
    [texts.receivedAt, texts.formatInstant(request.receivedAt)],
    ...(dueOn === null ? [] : [[texts.dueOn, texts.formatDay(dueOn)] as const]),
    [texts.state, texts.stateOf(request.state)],
    ...(remindOn === null ? [] : [[texts.reminder, texts.formatDay(remindOn)] as const]),
    ...contentParts(request, about, files, texts),
    [
      texts.messages,
      messages.map((message) => writeMessage(message, namesOf(message.attachments), texts)).join('\n\n'),
    ],
    ...(request.unsentRatings ?? []).map(
      (rating) => [texts.unsentRating, writeRating(rating, texts)] as const,
    ),
  ]);
}

/** Writes the topic in words, for texts and for the name of a folder. */
export function topicLabel(topic: CopiedDraft['topic'], texts: CopyTexts): string | undefined {
  if (topic === null) return undefined;
  if (topic.status === 'unknown') return texts.unknownTopic;
  const { lifeEvent, subject, reason } = inLabels(topic, texts.topicLabels);
  return [lifeEvent, subject, reason].flatMap((level) => level?.label ?? []).join(' › ');
}

type Part = readonly [heading: string, body: string];

function contentParts(
  content: Loose<Content> & Pick<Content, 'kind' | 'onBehalfOf' | 'topic'>,
  about: string | null,
  files: string[],
  texts: CopyTexts,
): Part[] {
  const { kind, onBehalfOf, topic } = content;
  const words = wordsOf(content);
  return [
    [texts.kind, kind === null ? texts.nothing : texts.kindOf(kind)],
    ...(onBehalfOf === null ? [] : [[texts.onBehalfOf, onBehalfOf.name] as const]),
    ...(about === null ? [] : [[texts.about, about] as const]),
    [texts.topic, topicLabel(topic, texts) || texts.nothing],
    ...askedOf(kind)
      .filter((field) => !isOptional(field) || words[field].trim() !== '')
      .map((field) => [texts.words[field], words[field] || texts.nothing] as const),
    [texts.attachments, files.join('\n') || texts.nothing],
  ];
}

function writeMessage(
  { author, officeName, purpose, sentAt, body }: Message,
  files: string[],
  texts: CopyTexts,
): string {
  const who = author === 'citizen' ? texts.citizen : (officeName ?? texts.office);
  const heading = [who, texts.formatInstant(sentAt), ...(purpose === 'correction' ? [texts.correction] : [])];
  return [heading.join(', '), body, ...files].join('\n');
}

function writeRating({ helpful, comment }: UnsentRating, texts: CopyTexts): string {
  const said = helpful === null ? '' : helpful ? texts.wasHelpful : texts.wasNotHelpful;
  return [said, comment].filter((part) => part !== '').join('\n');
}

function layOut(parts: Part[]): string {
  return parts.map(([heading, body]) => `${heading}\n${body}\n`).join('\n');
}
