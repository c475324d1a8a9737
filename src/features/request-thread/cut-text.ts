/** On a phone, roughly. */
const LINE_LETTERS = 34;

function linesOf(line: string): number {
  return Math.max(1, Math.ceil(line.length / LINE_LETTERS));
}

export function countLines(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + linesOf(line), 0);
}

/** Where a text may be cut so that about so many lines are left: between words or lines; its length where that is nowhere. */
export function findCut(text: string, maxLines: number): number {
  let left = maxLines;
  let start = 0;
  for (const line of text.split('\n')) {
    if (linesOf(line) > left) {
      const space = line.lastIndexOf(' ', left * LINE_LETTERS);
      if (space > 0) return start + space;
      return start > 0 ? start - 1 : text.length;
    }
    left -= linesOf(line);
    start += line.length + 1;
  }
  return text.length;
}
