/** Functions for the headings that help to write: each heading is a line of its own in the text. */

export function hasLine(text: string, line: string): boolean {
  return text.split('\n').includes(line);
}

/** Adds the line below the text, with room to write under it. */
export function addLine(text: string, line: string): string {
  const before = text.trimEnd();
  return `${before}${before === '' ? '' : '\n\n'}${line}\n`;
}

/** Removes the line that the text has, with the room to write under it, and nothing else that was written. */
export function removeLine(text: string, line: string): string {
  const lines = text.split('\n');
  const at = lines.indexOf(line);
  const before = lines.slice(0, at);
  const after = lines.slice(at + 1);
  while (before.at(-1) === '' && after[0] === '') after.shift();
  const rest = [...before, ...after].join('\n');
  return rest.trim() === '' ? '' : rest;
}

/** Returns the text without the headings. A heading alone is not a text that the citizen has written. */
export function withoutLines(text: string, lines: readonly string[]): string {
  const own = text.split('\n').filter((line) => !lines.includes(line));
  return own.join('\n');
}
