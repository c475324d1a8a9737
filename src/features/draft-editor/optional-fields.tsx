import { useTranslation } from 'react-i18next';
import { OPTIONAL_RULES, type OptionalField } from '../../domain/written/rules.ts';
import type { Words } from '../../domain/written/words.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './draft-editor.module.css';
import { useCountLine } from './use-count-line.ts';

/** How tall each is; one row is a line that does not grow. */
const ROWS: Record<OptionalField, number> = { office: 1, happenedOn: 1, wanted: 4 };

interface OptionalFieldsProps {
  fields: readonly OptionalField[];
  /** Read when the fields are shown: saved text never flows back into them. */
  initial: Words;
  errorOf: (field: OptionalField) => string | undefined;
  onType: (field: OptionalField, text: string) => void;
  onBlur: () => void;
}

/** Asked besides the description. All of it may stay empty; the id of each is its name. */
export function OptionalFields({ fields, ...props }: OptionalFieldsProps) {
  return fields.map((field) =>
    ROWS[field] === 1 ? (
      <ShortField key={field} field={field} {...props} />
    ) : (
      <LongField key={field} field={field} {...props} />
    ),
  );
}

type OneFieldProps = Omit<OptionalFieldsProps, 'fields'> & { field: OptionalField };

function ShortField({ field, initial, errorOf, onType, onBlur }: OneFieldProps) {
  const { t } = useTranslation('draft');
  return (
    <TextField
      id={field}
      label={t(`field.${field}`)}
      optionalText={t('field.optional')}
      hint={t(`field.${field}Hint`)}
      error={errorOf(field)}
      defaultValue={initial[field]}
      dir="auto"
      onChange={(event) => onType(field, event.currentTarget.value)}
      onBlur={onBlur}
    />
  );
}

function LongField({ field, initial, errorOf, onType, onBlur }: OneFieldProps) {
  const { t } = useTranslation('draft');
  const { line, isOver, note } = useCountLine(initial[field], OPTIONAL_RULES[field].maxGraphemes);
  return (
    <TextArea
      id={field}
      label={t(`field.${field}`)}
      optionalText={t('field.optional')}
      hint={t(`field.${field}Hint`)}
      error={errorOf(field)}
      defaultValue={initial[field]}
      rows={ROWS[field]}
      dir="auto"
      onChange={(event) => {
        const text = event.currentTarget.value;
        onType(field, text);
        note(text);
      }}
      onBlur={onBlur}
      describedBy={`${field}-count`}
      below={
        <div className={styles.below}>
          <p id={`${field}-count`} className={isOver ? styles.over : styles.count}>
            {line}
          </p>
        </div>
      }
    />
  );
}
