/** Returns the text in lower case and without accents, so that *pensão* finds `PENSAO`. Other combining marks stay: they are the vowels of Hindi or Bengali. */
export function foldText(text: string): string {
  const bare = text.normalize('NFD').replace(COMBINING_ACCENTS, '').normalize('NFC').toLowerCase();
  return CYRILLIC.test(bare) ? foldCyrillic(bare) : bare;
}

const COMBINING_ACCENTS = /[\u0300-\u036f]/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** The apostrophes that people type within a Ukrainian word such as *сім'я*. */
const INNER_APOSTROPHES = /(?<=\p{Script=Cyrillic})['\u2018\u2019\u02bc`](?=\p{Script=Cyrillic})/gu;

/** Drops the Ukrainian apostrophe and replaces ґ, since many keyboards have neither. */
function foldCyrillic(text: string): string {
  return text.replace(INNER_APOSTROPHES, '').replaceAll('ґ', 'г');
}

/** The table covers Latin letters with their marks. A text with any other character is folded more slowly. */
const TABLE_SIZE = 0x250;
const SPACE = 0x20;
/** The code units that are passed to one call of `fromCharCode`, which takes only so many arguments. */
const PIECE_UNITS = 8_192;

const SEPARATORS = /[^\p{L}\p{M}\p{N}]+/gu;

/** The folded form of each character code. It is built at the first search, not when the page loads. */
let table: Uint16Array | null = null;

function buildTable(): Uint16Array {
  return Uint16Array.from({ length: TABLE_SIZE }, (_, code) =>
    foldSlowly(String.fromCharCode(code)).charCodeAt(0),
  );
}

function foldSlowly(text: string): string {
  return foldText(text).replace(SEPARATORS, ' ');
}

/** Folds a text to words with spaces between: *Não recebi (de novo!)* gives `nao recebi de novo `. A table makes it fast: a search may fold 50 000 messages. */
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

/** Returns the folded words of a text that was typed into a search box, each once. */
export function queryWords(query: string): string[] {
  const words = foldWords(query).split(' ');
  return [...new Set(words.filter((word) => word !== ''))];
}
