import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import control from './control.module.css';
import { tellEarlyEntry } from './early-entry.ts';
import { Field, fieldAttributes } from './field.tsx';
import styles from './password-field.module.css';
import type { TextFieldProps } from './text-field.tsx';

interface PasswordFieldProps extends Omit<TextFieldProps, 'type' | 'width'> {
  /** The words of the button while the password is hidden; `hideLabel` has those while it is shown. */
  showLabel: string;
  hideLabel: string;
}

export function PasswordField(props: PasswordFieldProps) {
  const { id, label, hint, error, optionalText, showLabel, hideLabel, ...native } = props;
  const [isShown, setIsShown] = useState(false);
  return (
    <Field id={id} label={label} hint={hint} error={error} optionalText={optionalText}>
      <div className={styles.row}>
        <input
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          {...native}
          {...fieldAttributes(props)}
          ref={tellEarlyEntry}
          type={isShown ? 'text' : 'password'}
          className={classNames(control.control, styles.input)}
        />
        <Button
          variant="secondary"
          type="button"
          icon={isShown ? EyeOff : Eye}
          aria-controls={id}
          onClick={() => setIsShown(!isShown)}
        >
          {isShown ? hideLabel : showLabel}
        </Button>
      </div>
    </Field>
  );
}
