import { useTranslation } from 'react-i18next';
import { TextArea } from '../../ui/text-area.tsx';
import styles from './draft-editor.module.css';
import { SavedLine } from './saved-line.tsx';
import type { SaverState } from './saver-state.ts';
import { useCountLine } from './use-count-line.ts';

interface DescriptionFieldProps {
  id: string;
  /** Read once: saved text never flows back into the field. */
  initialText: string;
  isComplaint: boolean;
  maxGraphemes: number;
  error: string | undefined;
  saved: { state: SaverState; at: string } | null;
  onType: (text: string) => void;
  onBlur: () => void;
}

export function DescriptionField(props: DescriptionFieldProps) {
  const { id, initialText, isComplaint, maxGraphemes, error, saved, onType, onBlur } = props;
  const { t } = useTranslation('draft');
  const { line, isOver, note } = useCountLine(initialText, maxGraphemes);

  return (
    <TextArea
      id={id}
      label={t('description.label')}
      hint={t(isComplaint ? 'description.complaintHint' : 'description.hint')}
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
