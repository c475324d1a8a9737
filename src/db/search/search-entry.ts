import type { Topic } from '../../../contract/types.ts';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { turnOf } from '../../../domain/request-state.ts';
import { inLabels, type ReaderLabels } from '../../../domain/topics/reader-topic.ts';
import { wordsOf } from '../../../domain/written/words.ts';
import { foldWords } from '../../../shared/fold-text.ts';
import type { MessageRow, RequestRow } from '../core/schema.ts';
import { type RequestOrder, SELF, UNKNOWN_TOPIC } from './request-query.ts';
import type { SearchedWord } from './word-forms.ts';

/** A request as the search keeps it in memory, with its own words and those of its messages, folded. */
export type SearchEntry = ReturnType<typeof toSearchEntry>;

/** The due day of a request whose deadline does not run: later than any other. */
const NEVER_DUE = '9999-12-31';
/** The last instant of a Date: sort keys count down from it, so that later instants come first. */
const LAST_INSTANT_MS = 8.64e15;
const SORTABLE_DIGITS = 16;

/** Makes the entry of a request; `messages` has the folded words of its messages, by their ids. */
export function toSearchEntry(
  request: RequestRow,
  messages: Map<string, string>,
  labels: ReaderLabels | undefined,
) {
  const { id, state, kind, onBehalfOf } = request;
  const topic = inLabels(request.topic, labels);
  const isKnown = topic.status === 'known';
  return {
    id,
    request,
    state,
    kind,
    lifeEvent: isKnown ? topic.lifeEvent : { id: UNKNOWN_TOPIC, label: '' },
    subject: isKnown ? topic.subject : null,
    person: onBehalfOf ? { id: onBehalfOf.id, label: onBehalfOf.name } : { id: SELF, label: '' },
    receivedOn: lisbonDate(request.receivedAt),
    answeredAt: request.history.find((step) => step.state === 'answered')?.at ?? null,
    isUnread: request.unread === 1,
    sortKeys: sortKeysOf(request),
    /** The words in the form ` word word `, so that the beginning of a word is found after a space. */
    ownText: ` ${foldWords(ownWords(request, topic))} `,
    messages,
  };
}

/** Whether the searched word fits a word of the request or of one of its messages. */
export function hasWord(entry: SearchEntry, word: SearchedWord): boolean {
  if (word.isIn(entry.ownText)) return true;
  for (const text of entry.messages.values()) if (word.isIn(text)) return true;
  return false;
}

export function foldMessage(message: MessageRow): string {
  return ` ${foldWords(message.body)} `;
}

/** The words of a request. Its topic is found by the reader's words and by those it was written with. */
function ownWords(request: RequestRow, readerTopic: Topic): string {
  const { reference } = request;
  const number = reference.replace(/^.*-/, '');
  const zeros = number.length - number.replace(/^0+/, '').length;
  // People leave out the zeros of a number they remember, or some of them.
  const shortNumbers = Array.from({ length: zeros }, (_, dropped) => number.slice(dropped + 1));
  const labels = new Set([request.topic, readerTopic].flatMap(labelsOf));
  return [...Object.values(wordsOf(request)), ...labels, reference, ...shortNumbers].join(' ');
}

function labelsOf(topic: Topic): string[] {
  return topic.status === 'known' ? [topic.lifeEvent.label, topic.subject.label, topic.reason.label] : [];
}

function sortKeysOf(request: RequestRow): Record<RequestOrder, string> {
  const { updatedAt, receivedAt, state, dueOn, deadlinePaused } = request;
  const newestFirst = countDown(updatedAt);
  const due = turnOf(state) === 'nobody' || deadlinePaused ? NEVER_DUE : dueOn;
  return { newestChange: newestFirst, oldest: receivedAt, dueFirst: `${due} ${newestFirst}` };
}

function countDown(instant: string): string {
  return String(LAST_INSTANT_MS - Date.parse(instant)).padStart(SORTABLE_DIGITS, '0');
}
