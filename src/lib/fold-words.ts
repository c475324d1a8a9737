import { foldText } from './fold-text.ts';

/** Latin letters with all their marks end here; what is beyond is folded by the slower road. */
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

/**
 * Folded words with single spaces between: *Não recebi (de novo!)* gives `nao recebi de novo `. Through a table, because the 50 000 messages
 * of a long life are folded before the first answer.
 */
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
  return [
    ...new Set(
      foldWords(query)
        .split(' ')
        .filter((word) => word !== ''),
    ),
  ];
}
