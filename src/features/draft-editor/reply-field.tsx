import { useTranslation } from 'react-i18next';
import type { CitizenPurpose } from '../../contract/types.ts';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './draft-editor.module.css';
import { SavedLine } from './saved-line.tsx';
import type { SaverState } from './saver-state.ts';
import { useCountLine } from './use-count-line.ts';

interface ReplyFieldProps {
  id: string;
  purpose: CitizenPurpose;
  /** Read once: saved text never flows back into the field. */
  initialText: string;
  maxGraphemes: number;
  error: string | undefined;
  saved: { state: SaverState; at: string } | null;
  onType: (text: string) => void;
  onBlur: () => void;
}

/** Counted and saved like the description of a request. */
export function ReplyField(props: ReplyFieldProps) {
  const { id, purpose, initialText, maxGraphemes, error, saved, onType, onBlur } = props;
  const { t } = useTranslation('draft');
  const { line, isOver, note } = useCountLine(initialText, maxGraphemes);
  return (
    <TextArea
      id={id}
      label={t(`reply.label.${purpose}`)}
      hint={t('reply.hint')}
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
            {line}
          </p>
        </div>
      }
    />
  );
}
