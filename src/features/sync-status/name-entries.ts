import type { OutboxCommand, OutboxRow } from '../../db/core/schema.ts';
import { firstWords } from '../../lib/first-words.ts';

const NAME_GRAPHEMES = 40;

/** What tells the buttons of one entry from those of another: its first words, numbered where they are the same. */
export function nameEntries(entries: readonly OutboxRow[]): string[] {
  const words = entries.map(({ command }) => firstWords(wordsOf(command), NAME_GRAPHEMES));
  return words.map((name, index) => {
    const before = words.slice(0, index).filter((other) => other === name).length;
    return before === 0 ? `«${name}»` : `«${name}» ${before + 1}`;
  });
}

function wordsOf(command: OutboxCommand): string {
  switch (command.type) {
    case 'submitRequest':
      return command.content.description;
    case 'sendReply':
      return command.content.body;
    default:
      return '';
  }
}
