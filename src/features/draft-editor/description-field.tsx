import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '../../ui/live-region.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './draft-editor.module.css';
import { SavedLine } from './saved-line.tsx';
import type { SaverState } from './saver-state.ts';
import { useCharacterCount } from './use-character-count.ts';

interface DescriptionFieldProps {
  id: string;
  /** Read once: saved text never flows back into the field. */
  initialText: string;
  maxGraphemes: number;
  error: string | undefined;
  saved: { state: SaverState; at: string } | null;
  onType: (text: string) => void;
  onBlur: () => void;
}

export function DescriptionField(props: DescriptionFieldProps) {
  const { id, initialText, maxGraphemes, error, saved, onType, onBlur } = props;
  const { t } = useTranslation('draft');
  const { count, note } = useCharacterCount(initialText, maxGraphemes);
  const left = count === null ? null : maxGraphemes - count;
  const isOver = left !== null && left < 0;
  const countLine =
    left === null ? null : t(isOver ? 'description.over' : 'description.left', { count: Math.abs(left) });

  // Once at the limit, and then only by whoever asks for the field's description.
  const wasOver = useRef(isOver);
  useEffect(() => {
    if (isOver && !wasOver.current && countLine) announce(countLine);
    wasOver.current = isOver;
  }, [isOver, countLine]);

  return (
    <TextArea
      id={id}
      label={t('description.label')}
      hint={t('description.hint')}
      error={error}
      defaultValue={initialText}
      dir="auto"
      onChange={(event) => {
        const text = event.currentTarget.value;
        onType(text);
        note(text);
      }}
      onBlur={onBlur}
      describedBy={saved ? `${id}-count ${id}-saved` : `${id}-count`}
      below={
        <div className={styles.below}>
          {saved ? <SavedLine id={`${id}-saved`} state={saved.state} savedAt={saved.at} /> : null}
          <p id={`${id}-count`} className={isOver ? styles.over : styles.count}>
            {countLine}
          </p>
        </div>
      }
    />
  );
}
