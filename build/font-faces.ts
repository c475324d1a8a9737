/** A rule of a style sheet that makes a browser fetch a font file, and the family, weights and characters for which it does. */
export interface FontFace {
  rule: string;
  family: string;
  url: string;
  weights: readonly [number, number];
  characters: string;
}

export function readFontFaces(css: string): FontFace[] {
  return [...css.matchAll(/@font-face \{[^}]*\}/g)].map(([rule]) => ({
    rule,
    family: find(rule, /font-family: "([^"]+)"/),
    url: find(rule, /url\("([^"]+)"\)/),
    weights: [Number(find(rule, /font-weight: (\d+)/)), Number(find(rule, /font-weight: \d+ (\d+)/))],
    characters: [...find(rule, /unicode-range:([^;]+)/).matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/g)]
      .map(([, first = '', last = first]) =>
        listCharacters(Number.parseInt(first, 16), Number.parseInt(last, 16)),
      )
      .join(''),
  }));
}

function find(rule: string, pattern: RegExp): string {
  const [, found] = pattern.exec(rule) ?? [];
  if (found === undefined) throw new Error(`${pattern} is nowhere in ${rule}`);
  return found;
}

function listCharacters(first: number, last: number): string {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}
