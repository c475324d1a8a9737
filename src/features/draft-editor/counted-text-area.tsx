import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countGraphemes, countPlain, countWithRests } from '../../../domain/graphemes.ts';
import { announce } from '../../ui/live-region.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './counted-text-area.module.css';

interface CountedTextAreaProps {
  id: string;
  label: string | null;
  optionalText?: string;
  hint: string;
  /** The content directly under the box. */
  help?: ReactNode;
  /** Advice under the box. */
  note?: string | undefined;
  error: string | undefined;
  /** The text at first. It is read once: saved text never flows back into the field. */
  initialText: string;
  rows?: number;
  maxGraphemes: number;
  /** A line beside the count, which describes the field too. */
  beside?: { id: string; line: ReactNode } | null;
  onType: (text: string) => void;
  onBlur: () => void;
}

/** A text area that says how many characters are left once the limit is near. */
export function CountedTextArea(props: CountedTextAreaProps) {
  const { initialText, maxGraphemes, beside, note: more, help, onType, ...field } = props;
  const { line, isOver, note } = useCountLine(initialText, maxGraphemes);
  const countId = `${field.id}-count`;
  const noteId = `${field.id}-note`;
  const described = [countId, beside?.id, more && noteId].filter(Boolean);
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
      describedBy={described.join(' ')}
      below={
        <>
          {help}
          {more && (
            <p id={noteId} className={styles.note}>
              {more}
            </p>
          )}
          <div className={styles.below}>
            {beside?.line}
            <p id={countId} className={isOver ? styles.over : undefined}>
              {line}
            </p>
          </div>
        </>
      }
    />
  );
}

/** Returns the line with the count, null while the limit is far. `note` must be called with every text that is typed. */
function useCountLine(initialText: string, maxGraphemes: number) {
  const { t } = useTranslation('draft');
  const { count, note } = useCharacterCount(initialText, maxGraphemes);
  const left = count === null ? null : maxGraphemes - count;
  const isOver = left !== null && left < 0;
  const line =
    left === null ? null : t(isOver ? 'description.over' : 'description.left', { count: Math.abs(left) });

  // The line is announced once, when the limit is passed; after that it is read as part of the field's description.
  const wasOver = useRef(isOver);
  useEffect(() => {
    if (isOver && !wasOver.current && line) announce(line);
    wasOver.current = isOver;
  }, [isOver, line]);

  return { line, isOver, note };
}

/** The part of the limit from which the count is shown. */
const SHOWN_FROM = 0.75;

/** Texts are counted after a pause: at every key a long text would make typing stutter. */
const COUNT_AFTER_MS = 250;

/** Texts up to this length, twice the longest description, are counted at once: that takes less than a frame even on a slow phone. */
const AT_ONCE_UNITS = 8000;

/** The longest time of one turn of counting: half a frame. */
const TURN_MS = 8;

/** Returns the number of characters as people count them, or null while the limit is far. */
function useCharacterCount(initial: string, max: number) {
  const latest = useRef(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [count, setCount] = useState(() => (isQuick(initial, max) ? countWhenNear(initial, max) : null));

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => showCount(latest, max, setCount), [max]);

  function note(text: string) {
    latest.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => showCount(latest, max, setCount), COUNT_AFTER_MS);
  }

  return { count, note };
}

/** Counts a long paste in turns, between which the page stays responsive. Typing ends the count. */
function showCount(
  latest: { readonly current: string },
  max: number,
  show: (count: number | null) => void,
): void {
  const text = latest.current;
  if (isQuick(text, max)) {
    show(countWhenNear(text, max));
    return;
  }
  let turnEndsAt = performance.now() + TURN_MS;
  void countWithRests(text, async () => {
    if (performance.now() > turnEndsAt) {
      await new Promise((resolve) => setTimeout(resolve));
      turnEndsAt = performance.now() + TURN_MS;
    }
    return latest.current === text;
  }).then((count) => {
    if (count !== null) show(whenNear(count, max));
  });
}

/** There are never more characters than code units, so most texts need no counting. */
function isFar(text: string, max: number): boolean {
  return text.length < max * SHOWN_FROM;
}

function isQuick(text: string, max: number): boolean {
  return isFar(text, max) || text.length <= AT_ONCE_UNITS || countPlain(text.trim()) !== null;
}

function countWhenNear(text: string, max: number): number | null {
  return isFar(text, max) ? null : whenNear(countGraphemes(text), max);
}

function whenNear(count: number, max: number): number | null {
  return count < max * SHOWN_FROM ? null : count;
}
