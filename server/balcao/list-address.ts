import type { RequestKind } from '../../contract/types.ts';
import { isDay } from '../../domain/lisbon-date.ts';
import type { ListFilter, OfficeView } from '../office/office-list.ts';

/** Where somebody is in the list: it stands in the address of the list, and of each request that is opened from it. */
export interface ListPlace {
  view: OfficeView;
  filter: ListFilter;
  /** From 1. */
  page: number;
}

const VIEWS: Record<OfficeView, string> = {
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

/** Where one is who comes from nowhere. */
export const FIRST_PLACE: ListPlace = readListPlace(new URLSearchParams());

/** What no link of ours says counts for nothing. */
export function readListPlace(query: URLSearchParams): ListPlace {
  const topic = query.get('tema') ?? '';
  const page = query.get('pagina') ?? '';
  return {
    view: keyOf(VIEWS, query.get('vista')) ?? 'toDo',
    filter: {
      kind: keyOf(KINDS_IN_ADDRESS, query.get('tipo')) ?? null,
      topic: /^[a-zA-Z]{1,60}(\.[a-zA-Z]{1,60})?$/.test(topic) ? topic : null,
      receivedFrom: dayOf(query.get('de')),
      receivedUntil: dayOf(query.get('ate')),
    },
    page: /^[1-9][0-9]{0,5}$/.test(page) ? Number(page) : 1,
  };
}

/** Without what goes without saying; empty for the list as it is first opened. `said` stands behind it. */
export function writeListPlace({ view, filter, page }: ListPlace, said: Record<string, string> = {}): string {
  const { kind, topic, receivedFrom, receivedUntil } = filter;
  const place = Object.entries({
    vista: view === 'toDo' ? null : VIEWS[view],
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

export function viewInAddress(view: OfficeView): string {
  return VIEWS[view];
}

export function listPath(place: ListPlace, said?: Record<string, string>): string {
  return `/balcao${writeListPlace(place, said)}`;
}

function keyOf<Key extends string>(words: Record<Key, string>, word: string | null): Key | undefined {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word);
}

/** Of a day that no calendar has the database would complain. */
function dayOf(text: string | null): string | null {
  return text !== null && isDay(text) ? text : null;
}
