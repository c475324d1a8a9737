const CONTROL = /(?![\n\t])\p{Cc}/gu;

/** Prepares somebody's words for a terminal, which would obey some characters. */
export function printable(text: string): string {
  return text.replace(CONTROL, '\u{fffd}');
}
