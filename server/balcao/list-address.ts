import type { RequestKind } from '../../contract/types.ts';
import { isDay } from '../../domain/lisbon-date.ts';
import type { ListFilter, OfficeView } from '../office/office-list.ts';

/** A place in the list. It stands in the address of the list, and of each request that is opened from it. */
export interface ListPlace {
  view: OfficeView;
  filter: ListFilter;
  /** Counted from 1. */
  page: number;
}

export const VIEWS_IN_ADDRESS: Record<OfficeView, string> = {
  toDo: 'por-tratar',
  mine: 'meus',
  overdue: 'atrasados',
  dueToday: 'para-hoje',
  ofCitizen: 'a-espera-do-requerente',
  answered: 'respondidos',
  ended: 'concluidos',
};

export const KINDS_IN_ADDRESS: Record<RequestKind, string> = {
  information: 'informacao',
  clarification: 'duvida',
  documents: 'documento',
  complaint: 'reclamacao',
};

/** Two ids of the contract with a dot between them, which an institution's own tree of topics may choose as it likes. No text of the database may hold NUL. */
const TOPIC = /^[^\0]{1,161}$/;

/** The place of a clerk whose address names none. */
export const FIRST_PLACE: ListPlace = readListPlace(new URLSearchParams());

/** Ignores values that no link of ours has. */
export function readListPlace(query: URLSearchParams): ListPlace {
  const topic = query.get('tema') ?? '';
  const page = query.get('pagina') ?? '';
  return {
    view: keyOf(VIEWS_IN_ADDRESS, query.get('vista')) ?? 'toDo',
    filter: {
      kind: keyOf(KINDS_IN_ADDRESS, query.get('tipo')) ?? null,
      topic: TOPIC.test(topic) ? topic : null,
      receivedFrom: dayOf(query.get('de')),
      receivedUntil: dayOf(query.get('ate')),
    },
    page: /^[1-9][0-9]{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** Leaves out defaults, so that the list as it is first opened has an empty query. `said` is added at the end. */
export function writeListPlace({ view, filter, page }: ListPlace, said: Record<string, string> = {}): string {
  const { kind, topic, receivedFrom, receivedUntil } = filter;
  const place = Object.entries({
    vista: view === 'toDo' ? null : VIEWS_IN_ADDRESS[view],
    tipo: kind && KINDS_IN_ADDRESS[kind],
    tema: topic,
    de: receivedFrom,
    ate: receivedUntil,
    pagina: page === 1 ? null : String(page),
    ...said,
  });
  const query = new URLSearchParams(place.flatMap(([name, text]) => (text === null ? [] : [[name, text]])));
  return query.size === 0 ? '' : `?${query}`;
}

export function listPath(place: ListPlace, said?: Record<string, string>): string {
  return `/balcao${writeListPlace(place, said)}`;
}

/** Returns the key of a word; undefined where none has it. */
export function keyOf<Key extends string>(words: Record<Key, string>, word: string | null): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word);
}

/** Null for a day that no calendar has, which the database would refuse. */
function dayOf(text: string | null): string | null {
  return text !== null && isDay(text) ? text : null;
}
