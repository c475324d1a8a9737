/** Lower case and without the accents of alphabets, so that *pensão* finds `PENSAO`; other combining marks are the vowels of Hindi or Bengali. */
export function foldText(text: string): string {
  const bare = text.normalize('NFD').replace(COMBINING_ACCENTS, '').normalize('NFC').toLowerCase();
  return CYRILLIC.test(bare) ? foldCyrillic(bare) : bare;
}

const COMBINING_ACCENTS = /[\u0300-\u036f]/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** Ukrainian writes *сім'я* as one word, with any of these. */
const INNER_APOSTROPHES = /(?<=\p{Script=Cyrillic})['\u2018\u2019\u02bc`](?=\p{Script=Cyrillic})/gu;

/** Many keyboards have neither the Ukrainian apostrophe nor ґ. */
function foldCyrillic(text: string): string {
  return text.replace(INNER_APOSTROPHES, '').replaceAll('ґ', 'г');
}

/** Latin letters with all their marks end here; what lies beyond is folded more slowly. */
const TABLE_SIZE = 0x250;
const SPACE = 0x20;
/** So many units fit into one call of `fromCharCode`. */
const PIECE_UNITS = 8_192;

const SEPARATORS = /[^\p{L}\p{M}\p{N}]+/gu;

/** Built at the first search, not with the page. */
let table: Uint16Array | null = null;

function buildTable(): Uint16Array {
  return Uint16Array.from({ length: TABLE_SIZE }, (_, code) =>
    foldSlowly(String.fromCharCode(code)).charCodeAt(0),
  );
}

function foldSlowly(text: string): string {
  return foldText(text).replace(SEPARATORS, ' ');
}

/** *Não recebi (de novo!)* gives `nao recebi de novo `. Through a table: the 50 000 messages of a long life are folded before the first answer. */
export function foldWords(text: string): string {
  table ??= buildTable();
  const codes = new Uint16Array(text.length);
  let length = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = table[text.charCodeAt(index)];
    if (code === undefined) return foldSlowly(text);
    const isSecondSpace = code === SPACE && codes[length - 1] === SPACE;
    if (!isSecondSpace) codes[length++] = code;
  }
  let folded = '';
  for (let start = 0; start < length; start += PIECE_UNITS) {
    folded += String.fromCharCode(...codes.subarray(start, Math.min(start + PIECE_UNITS, length)));
  }
  return folded;
}

/** The words of what was typed into a search box, each once. */
export function queryWords(query: string): string[] {
  const words = foldWords(query).split(' ');
  return [...new Set(words.filter((word) => word !== ''))];
}
