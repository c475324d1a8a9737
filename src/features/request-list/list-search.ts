/** What the address of the list asks for, in its own words; they are translated where the search begins. */
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
  /** What is searched, which is in no address. */
  q?: string;
}

/** What the list is given of its address and its entry in the history. */
export interface Searchable {
  search: ListSearch;
  /** `replace`: another word of the same search, which needs no step of its own on the way back. */
  onSearch: (search: ListSearch, replace: boolean) => void;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

const VALID: Record<keyof ListFilters, RegExp> = {
  estado: /^(registado|em-analise|encaminhado|aguarda-resposta|respondido|concluido|anulado)$/,
  tema: /^[a-zA-Z]{1,60}$/,
  tipo: /^(informacao|duvida|documento|reclamacao)$/,
  pessoa: /^\w{1,64}$/,
  desde: DAY,
  ate: DAY,
  porler: /^sim$/,
  ordem: /^(antigos|prazo)$/,
};

/** Leaves out of an address what it does not mean anything by: a link may have been cut, or made up. */
export function readListFilters(search: Record<string, unknown>): ListFilters {
  const read: ListFilters = {};
  for (const name of Object.keys(VALID) as (keyof ListFilters)[]) {
    const text = search[name];
    if (typeof text === 'string' && VALID[name].test(text)) read[name] = text;
  }
  return read;
}
