import type { ReactNode } from 'react';
import styles from './choice.module.css';
import { tellEarlyEntry } from './early-entry.ts';
import { FieldHint, fieldAttributes } from './field.tsx';

interface CheckboxProps {
  id: string;
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  hint?: ReactNode;
}

export function Checkbox(props: CheckboxProps) {
  const { id, label, checked, onChange, hint } = props;
  return (
    <div className={styles.single}>
      <div className={styles.plain}>
        <input
          type="checkbox"
          {...fieldAttributes(props)}
          ref={tellEarlyEntry}
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
