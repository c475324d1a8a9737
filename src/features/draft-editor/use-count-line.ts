import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/live-region.tsx';
import { useCharacterCount } from './use-character-count.ts';

interface CountLine {
  /** Null while the limit is far. */
  line: string | null;
  isOver: boolean;
  /** To be told of every text that is typed. */
  note: (text: string) => void;
}

/** How much may still be written, in words. */
export function useCountLine(initialText: string, maxGraphemes: number): CountLine {
  const { t } = useTranslation('draft');
  const { count, note } = useCharacterCount(initialText, maxGraphemes);
  const left = count === null ? null : maxGraphemes - count;
  const isOver = left !== null && left < 0;
  const line =
    left === null ? null : t(isOver ? 'description.over' : 'description.left', { count: Math.abs(left) });

  // Once at the limit, and then only by whoever asks for the field's description.
  const wasOver = useRef(isOver);
  useEffect(() => {
    if (isOver && !wasOver.current && line) announce(line);
    wasOver.current = isOver;
  }, [isOver, line]);

  return { line, isOver, note };
}
