import { Search } from 'lucide-react';
import type { Ref } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';
import { tellEarlyEntry } from './early-entry.ts';
import { Field, fieldAttributes } from './field.tsx';
import type { TextFieldProps } from './text-field.tsx';

interface SearchFieldProps extends Omit<TextFieldProps, 'type' | 'width'> {
  inputRef?: Ref<HTMLInputElement> | undefined;
}

export function SearchField(props: SearchFieldProps) {
  const { id, label, hint, error, optionalText, inputRef, ...native } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error} optionalText={optionalText}>
      <div className={classNames(styles.withIcon, styles.iconBefore)}>
        <Search size={20} />
        <input
          autoComplete="off"
          enterKeyHint="search"
          {...native}
          {...fieldAttributes(props)}
          ref={inputRef ?? tellEarlyEntry}
          type="search"
          className={classNames(styles.control, styles.search)}
        />
      </div>
    </Field>
  );
}
