import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './field.module.css';

/** The texts around a field. The label holds only its name; hint, error and the optional mark describe the field. */
export interface FieldTexts {
  id: string;
  /** Null where the page's heading is the label. */
  label: string | null;
  hint?: ReactNode;
  error?: string | undefined;
  /** Marks a field that may stay empty, beside the label. Most fields are required, so required fields are not marked. */
  optionalText?: string | undefined;
}

/** Returns the attributes that connect a field with its texts and mark an error. */
export function fieldAttributes(texts: Omit<FieldTexts, 'label'>, more?: string) {
  return {
    id: texts.id,
    'aria-invalid': texts.error ? true : undefined,
    'aria-describedby': describeField(texts, more),
  };
}

/** Returns the ids of the texts that describe a field, in reading order; undefined when there are none. */
export function describeField(texts: Omit<FieldTexts, 'label'>, more?: string): string | undefined {
  const ids = [
    texts.optionalText && `${texts.id}-optional`,
    texts.hint && `${texts.id}-hint`,
    texts.error && `${texts.id}-error`,
    more,
  ];
  return ids.filter(Boolean).join(' ') || undefined;
}

export function FieldHint({ id, hint }: Pick<FieldTexts, 'id' | 'hint'>) {
  if (!hint) return null;
  return (
    <div id={`${id}-hint`} className={styles.hint}>
      {hint}
    </div>
  );
}

export function FieldError({ id, error }: Pick<FieldTexts, 'id' | 'error'>) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className={styles.error}>
      <CircleAlert size={20} />
      <span>{error}</span>
    </p>
  );
}

export function Field(props: FieldTexts & { children: ReactNode }) {
  const { id, label, hint, error, optionalText, children } = props;
  return (
    <div className={classNames(styles.field, error && styles.wrong)}>
      {label !== null && (
        <div className={styles.words}>
          <label htmlFor={id} className={styles.label}>
            {label}
          </label>
          {optionalText && (
            <span id={`${id}-optional`} className={styles.optional}>
              {optionalText}
            </span>
          )}
        </div>
      )}
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      {children}
    </div>
  );
}
