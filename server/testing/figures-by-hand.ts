import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { OfficeCountedBy } from '../../contract/office-types.ts';
import type { CitizenRequest, RequestKind, RequestState } from '../../contract/types.ts';
import { addDays, lisbonDate, weekday } from '../../domain/lisbon-date.ts';
import { turnOf } from '../../domain/request-state.ts';
import { workingDaysUntil } from '../../domain/working-days.ts';
import { COUNTED_BY } from '../figures/read-figures.ts';

/** On Wednesday 25 November 2026, the day of the tests' world, the last thirteen weeks begin here. */
const FIRST_MONDAY = '2026-08-31';
const DAYS_BACK = 120;
const HOUR_MS = 3_600_000;
/** Text that the database's own JSON functions refuse, text that looks like it, and both after backslashes. */
const HARD_WORDS = [
  ...['\u{0}', String.raw`\u0000`, '\\\u{0}'],
  ...['\ud83d', String.raw`\ud83d`, '\\\ude00', '\ude00\ud83d'],
  ...['"kind":"complaint"', 'doença'],
];

/** What a test makes up about one request. */
export interface Story {
  /** How long before now the request came. */
  hoursAgo: number;
  kind: RequestKind;
  state: RequestState;
  subject: string | null;
  service: string;
  /** Hours after the reception; the first answer counts. */
  answeredAfterHours: number[];
  helpful: boolean | null;
  words: string;
}

export const CALM: Story = {
  hoursAgo: 1,
  kind: 'information',
  state: 'registered',
  subject: null,
  service: 'Centro de contacto',
  answeredAfterHours: [],
  helpful: null,
  words: 'Uma dúvida.',
};

/** No tree of topics has it. */
const MADE_UP = 'apoio.2027';
/** The database keeps nothing of it. */
const HALF_EMOJI = '\ud83d';

export const story: fc.Arbitrary<Story> = fc.record({
  hoursAgo: fc.integer({ min: 0, max: DAYS_BACK * 24 }),
  kind: fc.constantFrom('information', 'complaint'),
  state: fc.constantFrom('registered', 'inReview', 'awaitingCitizen', 'answered', 'closed', 'withdrawn'),
  subject: fc.constantFrom(null, 'sicknessBenefit', MADE_UP, HALF_EMOJI),
  service: fc.constantFrom('Centro de contacto', 'Centro "Distrital"; Évora'),
  answeredAfterHours: fc.array(fc.integer({ min: 0, max: 20 * 24 }), { maxLength: 2 }),
  helpful: fc.constantFrom(null, true, false),
  words: fc.constantFrom(...HARD_WORDS),
});

export function requestOf(told: Story, nth: number, now: number): CitizenRequest {
  const receivedMs = now - told.hoursAgo * HOUR_MS;
  const receivedAt = new Date(receivedMs).toISOString();
  const answers = told.answeredAfterHours.map((hours) => Math.min(now, receivedMs + hours * HOUR_MS));
  const office = { name: told.service };
  const labelled = (id: string) => ({ id, label: id });
  return {
    id: randomUUID(),
    reference: `EC-2026-${String(nth).padStart(7, '9')}`,
    revision: 1,
    kind: told.kind,
    onBehalfOf: null,
    description: told.words,
    complaint: null,
    topic:
      told.subject === null
        ? { status: 'unknown' }
        : {
            status: 'known',
            version: '1',
            lifeEvent: labelled('sickness'),
            subject: labelled(told.subject),
            reason: labelled('other'),
          },
    attachments: [],
    receivedAt,
    dueOn: addDays(lisbonDate(receivedAt), 14),
    deadlinePaused: false,
    state: told.state,
    office,
    history: [
      { state: 'registered', at: receivedAt, officeName: told.words },
      ...answers.toSorted().map((at) => ({
        state: 'answered' as const,
        at: new Date(at).toISOString(),
        officeName: office.name,
      })),
    ],
    rating: told.helpful === null ? null : { helpful: told.helpful, comment: told.words },
    readUpTo: null,
    lastMessageAt: null,
    askAgainUntil: null,
    updatedAt: receivedAt,
  };
}

/** Counts like somebody who has all the requests before them. */
function countByHand(requests: readonly CitizenRequest[], today: string) {
  const received = requests.filter(({ receivedAt }) => lisbonDate(receivedAt) >= FIRST_MONDAY);
  const waiting = requests.filter(({ state }) => turnOf(state) === 'office');
  const days = received
    .flatMap(({ receivedAt, history }) => {
      const first = history.find(({ state }) => state === 'answered');
      return first ? [workingDaysUntil(lisbonDate(receivedAt), lisbonDate(first.at))] : [];
    })
    .toSorted((a, b) => a - b);
  const within = (share: number) => days[Math.max(0, Math.ceil(share * days.length) - 1)] ?? null;
  const rated = received.flatMap(({ rating }) => (rating ? [rating.helpful] : []));
  return {
    received: received.length,
    answered: days.length,
    waiting: waiting.length,
    overdue: waiting.filter(({ dueOn }) => dueOn < today).length,
    halfWithin: within(0.5),
    mostWithin: within(0.9),
    rated: rated.length,
    helpful: rated.filter(Boolean).length,
  };
}

function weekOf({ receivedAt }: CitizenRequest): string | null {
  const day = lisbonDate(receivedAt);
  return day < FIRST_MONDAY ? null : addDays(day, -((weekday(day) + 6) % 7));
}

function subjectOf({ topic }: CitizenRequest): string | null {
  if (topic.status === 'unknown' || topic.subject.id === HALF_EMOJI) return null;
  return topic.subject.id === MADE_UP ? 'notInTree' : topic.subject.id;
}

/** The columns that tell the rows of each kind apart. */
const KEYS: Record<OfficeCountedBy, (request: CitizenRequest) => (string | null)[]> = {
  all: () => [],
  week: (request: CitizenRequest) => [weekOf(request)],
  topic: (request: CitizenRequest) => [subjectOf(request)],
  service: ({ office }: CitizenRequest) => [office.name],
  kind: ({ kind }: CitizenRequest) => [kind],
  cell: (request: CitizenRequest) => [weekOf(request), subjectOf(request), request.office.name],
};

/** Returns the figures of each group. A request that came before the weeks and is over is counted nowhere. */
export function figuresByHand(requests: readonly CitizenRequest[], today: string): Record<string, unknown> {
  const counted = requests.filter(
    (request) => weekOf(request) !== null || turnOf(request.state) === 'office',
  );
  const groups: Record<string, CitizenRequest[]> = { [JSON.stringify(['all'])]: [] };
  for (const countedBy of COUNTED_BY)
    for (const request of counted) {
      const key = JSON.stringify([countedBy, ...KEYS[countedBy](request)]);
      groups[key] = [...(groups[key] ?? []), request];
    }
  return Object.fromEntries(Object.entries(groups).map(([key, group]) => [key, countByHand(group, today)]));
}
