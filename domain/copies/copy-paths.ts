import { foldText } from '../../shared/fold-text.ts';
import { maskNiss, parseNiss } from '../niss.ts';
import { plainLine } from '../plain-line.ts';

const MAX_SLUG_CHARACTERS = 40;
/** File systems take 255 bytes, and Windows 260 characters for the whole path. */
const MAX_STEM_BYTES = 100;
const MAX_EXTENSION_CHARACTERS = 10;

/** Names for which Windows opens a device, whatever follows the first dot. */
const RESERVED = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\.|$)/i;

/** Characters that some system forbids in file names. */
const FORBIDDEN = /[<>:"/\\|?*]/g;

/** Eleven digits that may be a NISS; not those of a reference, `EC-2026-0000123`, which pass the check one time in ten. */
const ELEVEN_DIGITS = /(?<!\d|EC-)\d(?:[ .-]?\d){10}(?!\d)/g;

/** Names a draft's folder, `1-subsidio-de-doenca`, by a label and never by the citizen's words. */
export function draftFolder(n: number, label: string): string {
  const slug = foldText(label)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_SLUG_CHARACTERS)
    .replace(/^-|-$/g, '');
  return slug === '' ? `rascunhos/${n}` : `rascunhos/${n}-${slug}`;
}

/** Makes a file name that every system can write; the citizen's own name stands in `copia.json`. */
export function safeFileName(name: string): string {
  const plain = maskNumbers(plainLine(name.normalize('NFC')).replace(FORBIDDEN, '-'));
  const dot = plain.lastIndexOf('.');
  const hasExtension = dot > 0 && plain.length - dot <= MAX_EXTENSION_CHARACTERS;
  const extension = hasExtension ? trimEnd(plain.slice(dot)) : '';
  const stem = trimEnd(shorten(hasExtension ? plain.slice(0, dot) : plain, MAX_STEM_BYTES));
  const safe = `${stem || '_'}${extension}`;
  return RESERVED.test(safe) || safe.startsWith('.') ? `_${safe}` : safe;
}

/** Makes names that differ also on systems that ignore case. */
export function uniqueNames(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    const dot = name.lastIndexOf('.');
    const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    let candidate = name;
    for (let n = 2; taken.has(candidate.toLowerCase()); n += 1) candidate = `${stem} (${n})${extension}`;
    taken.add(candidate.toLowerCase());
    return candidate;
  };
}

/** Removes dots and spaces at the end, which Windows drops, so that two files would become one. */
function trimEnd(name: string): string {
  return name.replace(/[. ]+$/, '');
}

/** Shortens a name to so many bytes without cutting a character in two. */
function shorten(name: string, maxBytes: number): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let short = '';
  for (const character of name) {
    bytes += encoder.encode(character).length;
    if (bytes > maxBytes) break;
    short += character;
  }
  return short;
}

/** Masks numbers that may be a NISS, which must never stand in a file name. */
function maskNumbers(name: string): string {
  return name.replace(ELEVEN_DIGITS, (digits) => {
    const niss = parseNiss(digits);
    return niss.ok ? maskNiss(niss.value) : digits;
  });
}
