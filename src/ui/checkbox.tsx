import type { ReactNode } from 'react';
import styles from './choice.module.css';
import { classNames } from './class-names.ts';
import { tellEarlyEntry } from './early-entry.ts';
import { FieldError, FieldHint, fieldAttributes } from './field.tsx';

interface CheckboxProps {
  id: string;
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  name?: string | undefined;
  hint?: ReactNode;
  error?: string | undefined;
}

export function Checkbox(props: CheckboxProps) {
  const { id, label, checked, onChange, name, hint, error } = props;
  return (
    <div className={classNames(styles.single, error && styles.wrong)}>
      <FieldError id={id} error={error} />
      <div className={styles.plain}>
        <input
          type="checkbox"
          {...fieldAttributes(props)}
          ref={tellEarlyEntry}
          name={name}
          checked={checked}
          onChange={(event) => onChange(event.currentTarget.checked)}
          className={styles.checkbox}
        />
        <div>
          <label htmlFor={id} className={styles.label}>
            {label}
          </label>
          <FieldHint id={id} hint={hint} />
        </div>
      </div>
    </div>
  );
}
