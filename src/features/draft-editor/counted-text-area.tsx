import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/live-region.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './counted-text-area.module.css';
import { useCharacterCount } from './use-character-count.ts';

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
