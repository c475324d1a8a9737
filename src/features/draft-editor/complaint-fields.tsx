import { useTranslation } from 'react-i18next';
import type { ComplaintPart, ComplaintTexts } from '../../domain/complaint-parts.ts';
import { COMPLAINT_CAPS } from '../../domain/validate-complaint.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './draft-editor.module.css';
import { useCountLine } from './use-count-line.ts';

export const COMPLAINT_IDS: Record<ComplaintPart, string> = {
  office: 'complaint-office',
  happenedOn: 'complaint-happened-on',
  wanted: 'complaint-wanted',
};

interface ComplaintFieldsProps {
  /** Read when the fields are shown: saved text never flows back into them. */
  initial: ComplaintTexts;
  errorOf: (part: ComplaintPart) => string | undefined;
  onType: (part: ComplaintPart, text: string) => void;
  onBlur: () => void;
}

/** Asked of a complaint besides what happened. All of it may stay empty. */
export function ComplaintFields(props: ComplaintFieldsProps) {
  return (
    <>
      <ShortPart part="office" {...props} />
      <ShortPart part="happenedOn" {...props} />
      <Wanted {...props} />
    </>
  );
}

type ShortPartProps = ComplaintFieldsProps & { part: 'office' | 'happenedOn' };

function ShortPart({ part, initial, errorOf, onType, onBlur }: ShortPartProps) {
  const { t } = useTranslation('draft');
  return (
    <TextField
      id={COMPLAINT_IDS[part]}
      label={t(`complaint.${part}`)}
      optionalText={t('complaint.optional')}
      hint={t(`complaint.${part}Hint`)}
      error={errorOf(part)}
      defaultValue={initial[part]}
      dir="auto"
      onChange={(event) => onType(part, event.currentTarget.value)}
      onBlur={onBlur}
    />
  );
}

const WANTED_ROWS = 4;

function Wanted({ initial, errorOf, onType, onBlur }: ComplaintFieldsProps) {
  const { t } = useTranslation('draft');
  const id = COMPLAINT_IDS.wanted;
  const { line, isOver, note } = useCountLine(initial.wanted, COMPLAINT_CAPS.wanted.maxGraphemes);
  return (
    <TextArea
      id={id}
      label={t('complaint.wanted')}
      optionalText={t('complaint.optional')}
      hint={t('complaint.wantedHint')}
      error={errorOf('wanted')}
      defaultValue={initial.wanted}
      rows={WANTED_ROWS}
      dir="auto"
      onChange={(event) => {
        const text = event.currentTarget.value;
        onType('wanted', text);
        note(text);
      }}
      onBlur={onBlur}
      describedBy={`${id}-count`}
      below={
        <div className={styles.below}>
          <p id={`${id}-count`} className={isOver ? styles.over : styles.count}>
            {line}
          </p>
        </div>
      }
    />
  );
}
