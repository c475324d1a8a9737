/** Headings that help to write: each is a line of its own in the text. */

export function hasLine(text: string, line: string): boolean {
  return text.split('\n').includes(line);
}

/** Below what is there, with room to write under it. */
export function addLine(text: string, line: string): string {
  const before = text.trimEnd();
  return `${before}${before === '' ? '' : '\n\n'}${line}\n`;
}

/** Nothing else that was written goes with it. */
export function removeLine(text: string, line: string): string {
  const lines = text.split('\n');
  const at = lines.indexOf(line);
  const rest = lines.filter((_, index) => index !== at).join('\n');
  return rest.trim() === '' ? '' : rest.replace(/\n{3,}/g, '\n\n');
}

/** Nobody has written anything under them yet. */
export function isOnlyLines(text: string, lines: readonly string[]): boolean {
  return text.split('\n').every((line) => line.trim() === '' || lines.includes(line));
}
