/** Letters written from right to left, and the marks that turn the direction of what follows. */
const OTHER_DIRECTION = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';
/** Marks that would end an isolation from within. */
const ISOLATE_MARKS = /[\u2066-\u2069]/g;

/** Keeps a name of another direction from turning the sentence around it; leaves every other text as it is. */
export function isolateDirection(text: string): string {
  if (!OTHER_DIRECTION.test(text)) return text;
  return FIRST_STRONG_ISOLATE + text.replace(ISOLATE_MARKS, '') + POP_ISOLATE;
}
