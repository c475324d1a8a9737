/** What is never written, and what is written instead. */
export type Instead = readonly (readonly [wrong: RegExp, right: string])[];

/** Names of texts that hold what people search by, not what they read. */
const SEARCHED_BY = /(^|[.:])(words|reasonWords|ignored)(\.|$)/u;

/** What is written though it never should be, by place. */
export function findWritten(instead: Instead, texts: ReadonlyMap<string, string>): string[] {
  return readTexts(texts).flatMap(([place, text]) =>
    instead
      .filter(([wrong]) => wrong.test(text))
      .map(([wrong, right]) => `${place} says ${String(wrong)}; write «${right}»`),
  );
}

/** The texts that people read, with their places. */
export function readTexts(texts: ReadonlyMap<string, string>): [place: string, text: string][] {
  return [...texts].filter(([place]) => !SEARCHED_BY.test(place));
}
