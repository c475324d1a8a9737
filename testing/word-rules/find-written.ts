/** Words that must not be written, each with what to write instead. */
export type Instead = readonly (readonly [wrong: RegExp, right: string])[];

/** Keys of texts that people search by and never read. */
const SEARCHED_BY = /(^|[.:])(words|reasonWords|ignored)(\.|$)/u;

/** Finds words that must not be written, each with its place. */
export function findWritten(instead: Instead, texts: ReadonlyMap<string, string>): string[] {
  return readTexts(texts).flatMap(([place, text]) =>
    instead
      .filter(([wrong]) => wrong.test(text))
      .map(([wrong, right]) => `${place} says ${String(wrong)}; write «${right}»`),
  );
}

/** Returns the texts that people read, with their places. */
export function readTexts(texts: ReadonlyMap<string, string>): [place: string, text: string][] {
  return [...texts].filter(([place]) => !SEARCHED_BY.test(place));
}
