/** @jsxImportSource hono/jsx */
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { ActWords } from '../db/office-tables.ts';
import { TypedText } from './said.tsx';
import { ACTION_WORDS } from './words.ts';
import { wordsOf } from './words-of.ts';

export const STOPPED_WORDS = {
  changed: 'Não foi enviada: entretanto, houve uma mudança. Leia o que mudou e envie de novo.',
  'state-forbids': 'Não foi enviada: no estado atual, isto já não se pode fazer.',
  'by-operator': 'Não foi enviada: foi parada por quem gere o servidor. Leia o texto antes de o enviar.',
} as const;

interface HalfWrittenProps {
  words: ActWords & { action: OfficeAction };
  /** Whether the clerk has yet to be told that it was stopped on its way. */
  isStopped?: boolean;
}

/** Words for which the page has no form: the clerk can copy them. A closing has none. */
export function HalfWritten({ words, isStopped = false }: HalfWrittenProps) {
  const text = wordsOf(words);
  if (text === '' && !isStopped) return null;
  return (
    <div class="block">
      <h3>{text === '' ? ACTION_WORDS[words.action].title : 'O que tinha escrito'}</h3>
      {isStopped && <p class="overdue">{STOPPED_WORDS['state-forbids']}</p>}
      {text !== '' && <TypedText text={text} />}
    </div>
  );
}
