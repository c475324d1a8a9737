/** @jsxImportSource hono/jsx */
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { ActWords } from '../db/office-tables.ts';
import type { Unsent } from '../office/unsent.ts';
import { TypedText } from './said.tsx';
import { ACTION_WORDS, wordsOf } from './words.ts';

export const STOPPED_WORDS = {
  changed: 'Não foi enviada: entretanto, houve uma mudança. Leia o que mudou e envie de novo.',
  'state-forbids': 'Não foi enviada: no estado atual, isto já não se pode fazer.',
  'by-operator': 'Não foi enviada: foi parada por quem gere o servidor. Leia o texto antes de o enviar.',
  restored:
    'O servidor voltou a uma cópia anterior: isto pode já ter chegado ao requerente. Confirme antes de enviar de novo.',
} as const;

interface HalfWrittenProps {
  words: ActWords & { action: OfficeAction };
  /** Why it was stopped on its way, if the clerk has yet to be told. */
  stopped?: Unsent['stopped'];
  title?: string;
}

/** Words that stand in no field of the page: the clerk can copy them. A closing has none. */
export function HalfWritten({ words, stopped = null, title = 'O que tinha escrito' }: HalfWrittenProps) {
  const text = wordsOf(words);
  if (text === '' && !stopped) return null;
  return (
    <div class="block">
      <h3>{text === '' ? ACTION_WORDS[words.action].title : title}</h3>
      {stopped && (
        <p class="overdue">{STOPPED_WORDS[stopped === 'restored' ? 'restored' : 'state-forbids']}</p>
      )}
      {text !== '' && <TypedText text={text} />}
    </div>
  );
}
