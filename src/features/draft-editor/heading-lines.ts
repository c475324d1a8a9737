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

/** What the citizen has written themselves; a heading says nothing of what is wanted. */
export function withoutLines(text: string, lines: readonly string[]): string {
  const own = text.split('\n').filter((line) => !lines.includes(line));
  return own.join('\n');
}
