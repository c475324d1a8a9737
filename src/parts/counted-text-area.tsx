import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countGraphemes } from '../domain/graphemes.ts';
import { announce } from '../ui/live-region.tsx';
import { TextArea } from '../ui/text-area.tsx';
import styles from './counted-text-area.module.css';

interface CountedTextAreaProps {
  id: string;
  label: string;
  optionalText?: string;
  hint: string;
  error: string | undefined;
  /** Read once: saved text never flows back into the field. */
  initialText: string;
  rows?: number;
  maxGraphemes: number;
  /** Stands beside the count, and belongs to the field as that does. */
  beside?: { id: string; line: ReactNode } | null;
  onType: (text: string) => void;
  onBlur: () => void;
}

/** A text area that says how much may still be written once the limit is near. */
export function CountedTextArea(props: CountedTextAreaProps) {
  const { initialText, maxGraphemes, beside, onType, ...field } = props;
  const { line, isOver, note } = useCountLine(initialText, maxGraphemes);
  const countId = `${field.id}-count`;
  return (
    <TextArea
      {...field}
      defaultValue={initialText}
      dir="auto"
      onChange={(event) => {
        const text = event.currentTarget.value;
        onType(text);
        note(text);
      }}
      describedBy={beside ? `${countId} ${beside.id}` : countId}
      below={
        <div className={styles.below}>
          {beside?.line}
          <p id={countId} className={isOver ? styles.over : undefined}>
            {line}
          </p>
        </div>
      }
    />
  );
}

interface CountLine {
  /** Null while the limit is far. */
  line: string | null;
  isOver: boolean;
  /** To be told of every text that is typed. */
  note: (text: string) => void;
}

function useCountLine(initialText: string, maxGraphemes: number): CountLine {
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

/** From this part of the limit on the count is shown. */
const SHOWN_FROM = 0.75;

/** Counting waits for a pause: at every key a long text would stutter. */
const COUNT_AFTER_MS = 250;

/** Characters as a person counts them, or null while the limit is far. */
function useCharacterCount(initialText: string, max: number) {
  const latest = useRef(initialText);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [count, setCount] = useState(() => countWhenNear(initialText, max));

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => setCount(countWhenNear(latest.current, max)), [max]);

  function note(text: string) {
    latest.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCount(countWhenNear(text, max)), COUNT_AFTER_MS);
  }

  return { count, note };
}

function countWhenNear(text: string, max: number): number | null {
  // There are never more characters than code units, so most texts need no counting.
  if (text.length < max * SHOWN_FROM) return null;
  const count = countGraphemes(text);
  return count < max * SHOWN_FROM ? null : count;
}
