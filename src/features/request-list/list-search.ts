/** The filters as they stand in the address of the list, in Portuguese; `to-query.ts` translates them. */
export interface ListFilters {
  estado?: string;
  tema?: string;
  tipo?: string;
  pessoa?: string;
  desde?: string;
  ate?: string;
  porler?: string;
  ordem?: string;
}

export interface ListSearch extends ListFilters {
  /** The searched words, which must never be in an address. */
  q?: string;
}

/** The search of the history entry that is shown, and a function to change it. */
export interface Searchable {
  search: ListSearch;
  /** `replace`: the search goes on, and needs no history entry of its own. */
  onSearch: (search: ListSearch, replace: boolean) => void;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

const VALID: Record<keyof ListFilters, RegExp> = {
  estado: /^(registado|em-analise|encaminhado|aguarda-resposta|respondido|concluido|anulado)$/,
  tema: /^[a-zA-Z]{1,60}$/,
  tipo: /^(informacao|duvida|documento|reclamacao)$/,
  pessoa: /^.{1,80}$/,
  desde: DAY,
  ate: DAY,
  porler: /^sim$/,
  ordem: /^(antigos|prazo)$/,
};

/** Reads the filters of an address. Unknown values are ignored: a link may have been cut off or made up. */
export function readListFilters(search: Record<string, unknown>): ListFilters {
  const read: ListFilters = {};
  for (const name of Object.keys(VALID) as (keyof ListFilters)[]) {
    const text = search[name];
    if (typeof text === 'string' && VALID[name].test(text)) read[name] = text;
  }
  return read;
}
