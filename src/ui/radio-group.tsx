import type { ReactNode } from 'react';
import styles from './choice.module.css';
import { classNames } from './class-names.ts';
import { tellEarlyEntry } from './early-entry.ts';
import { describeField, FieldError, FieldHint } from './field.tsx';

interface RadioOption<Value extends string> {
  value: Value;
  label: string;
  /** Set where the words are in another language than the page. */
  lang?: string;
  hint?: ReactNode;
}

interface RadioGroupProps<Value extends string> {
  legend: string;
  name: string;
  /** The id of the group; an error summary that points at it leads to the first choice. */
  id: string;
  options: readonly RadioOption<Value>[];
  value: Value | null | undefined;
  onChange: (value: Value) => void;
  error?: string | undefined;
  hint?: ReactNode;
  /** Places two options side by side where there is room. The reading order stays from left to right. */
  columns?: 1 | 2;
  /** Saves height: smaller tiles, side by side where there is room. */
  isCompact?: boolean;
}

export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  const { legend, name, id, options, value, onChange, error, hint, columns = 1, isCompact } = props;
  return (
    <fieldset
      id={id}
      className={classNames(styles.group, error && styles.wrong, isCompact && styles.compact)}
      aria-describedby={describeField(props)}
    >
      <legend className={styles.legend}>{legend}</legend>
      <FieldHint id={id} hint={hint} />
      <FieldError id={id} error={error} />
      <div className={classNames(styles.options, columns === 2 && styles.twoColumns)}>
        {options.map((option) => {
          const optionId = `${id}-${option.value}`;
          return (
            <div key={option.value} className={styles.tile}>
              <input
                type="radio"
                ref={tellEarlyEntry}
                id={optionId}
                name={name}
                value={option.value}
                checked={option.value === value}
                onChange={() => onChange(option.value)}
                // A press on the option that is already chosen, such as a proposed one, does not fire `onChange`.
                onClick={option.value === value ? () => onChange(option.value) : undefined}
                className={styles.radio}
                aria-describedby={option.hint ? `${optionId}-hint` : undefined}
              />
              <div>
                <label htmlFor={optionId} lang={option.lang} className={styles.label}>
                  {option.label}
                </label>
                <FieldHint id={optionId} hint={option.hint} />
              </div>
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
