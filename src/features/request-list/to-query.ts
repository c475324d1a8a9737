import type { RequestKind, RequestState } from '../../../contract/types.ts';
import { type RequestOrder, type RequestQuery, SELF, UNKNOWN_TOPIC } from '../../db/search/request-query.ts';
import type { ListSearch } from './list-search.ts';

const STATE_WORDS: Record<RequestState, string> = {
  registered: 'registado',
  inReview: 'em-analise',
  forwarded: 'encaminhado',
  awaitingCitizen: 'aguarda-resposta',
  answered: 'respondido',
  closed: 'concluido',
  withdrawn: 'anulado',
};

const KIND_WORDS: Record<RequestKind, string> = {
  information: 'informacao',
  clarification: 'duvida',
  documents: 'documento',
  complaint: 'reclamacao',
};

/** The words for the order in the address. The usual order has none. */
const ORDER_WORDS: Record<RequestOrder, string> = { newestChange: '', oldest: 'antigos', dueFirst: 'prazo' };
const SELF_WORD = 'eu';
const UNKNOWN_TOPIC_WORD = 'desconhecido';

function meantBy<Code extends string>(words: Record<Code, string>, word: string | undefined): Code | null {
  // `entries` loses the type of the keys.
  const entries = Object.entries<string>(words) as [Code, string][];
  return entries.find(([, candidate]) => candidate === word)?.[0] ?? null;
}

export function toQuery(search: ListSearch): RequestQuery {
  const { pessoa, tema } = search;
  return {
    words: search.q ?? '',
    state: meantBy(STATE_WORDS, search.estado),
    topicId: tema === UNKNOWN_TOPIC_WORD ? UNKNOWN_TOPIC : (tema ?? null),
    kind: meantBy(KIND_WORDS, search.tipo),
    personId: pessoa === SELF_WORD ? SELF : (pessoa ?? null),
    from: search.desde ?? null,
    until: search.ate ?? null,
    unreadOnly: search.porler === 'sim',
    order: meantBy(ORDER_WORDS, search.ordem ?? '') ?? 'newestChange',
  };
}

/** Returns the filters and the order in the words of the address, without those that are not chosen. */
export function toListSearch(query: RequestQuery): ListSearch {
  const { topicId, personId, kind, state } = query;
  const all: Required<ListSearch> = {
    q: query.words.trim(),
    estado: state ? STATE_WORDS[state] : '',
    tema: topicId === UNKNOWN_TOPIC ? UNKNOWN_TOPIC_WORD : (topicId ?? ''),
    tipo: kind ? KIND_WORDS[kind] : '',
    pessoa: personId === SELF ? SELF_WORD : (personId ?? ''),
    desde: query.from ?? '',
    ate: query.until ?? '',
    porler: query.unreadOnly ? 'sim' : '',
    ordem: ORDER_WORDS[query.order],
  };
  return Object.fromEntries(Object.entries(all).filter(([, word]) => word !== ''));
}
