import { findWritten, type Instead, readTexts } from './find-written.ts';

const SPACE = '\u00a0';

/** Places where French needs a no-break space, so that no line begins with a mark or a unit. A colon inside a time or an address has none. */
const SPACED: readonly RegExp[] = [
  /(?<![\u00a0(])[;!?»%€]/u,
  /(?<!\u00a0):(?=\s|$)/u,
  /«(?!\u00a0)/u,
  /[\d}] (?=(h|[kMG]o)(?!\p{Letter}))/u,
  /\d (?=\d{3}\s€)/u,
];

const INSTEAD: Instead = [
  [/'/u, '’'],
  [/\be-?mails?\b/iu, 'courriel'],
  [/\binternet\b/u, 'Internet'],
  [/\bnº/u, 'n°'],
  [/(?<!\p{Letter})à Segurança/u, 'à la Segurança Social'],
  [/du lundi au vendredi/iu, 'les jours ouvrés'],
  [/\bjours? (de suite|calendaires?)/iu, 'jours consécutifs'],
  // A screen reader says the bracketed letter by itself.
  [/\p{Letter}\(e\)/u, 'votre session est ouverte'],
  [/(?<!\p{Letter})(tu|te|ton|ta|tes|toi)(?!\p{Letter})/iu, 'vous'],
  [/\bveuillez\b|s’il vous pla[iî]t/iu, 'nothing'],
  [/\bsynchronis/iu, 'enregistrer, envoyer'],
  [/\binvalides?\b/iu, 'n’est pas correct'],
];

export function findWrongFrench(texts: ReadonlyMap<string, string>): string[] {
  const unspaced = readTexts(texts)
    .filter(([, text]) => SPACED.some((pattern) => pattern.test(text)))
    .map(([place, text]) => `${place} lacks a no-break space: «${text.replaceAll(SPACE, '~')}»`);
  return [...unspaced, ...findWritten(INSTEAD, texts)];
}
