import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';
import { tellEarlyEntry } from './early-entry.ts';
import { Field, type FieldTexts, fieldAttributes } from './field.tsx';

type NativeInput = Omit<
  ComponentPropsWithoutRef<'input'>,
  keyof FieldTexts | 'className' | 'style' | 'disabled' | 'width'
>;

export interface TextFieldProps extends FieldTexts, NativeInput {
  /** As wide as what goes in. */
  width?: 'niss' | 'code' | 'phone' | 'full' | undefined;
}

export function TextField(props: TextFieldProps) {
  const { id, label, hint, error, optionalText, width = 'full', ...native } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error} optionalText={optionalText}>
      <input
        type="text"
        // Unless it says what it asks for: what is typed is the app's to keep, not the browser's.
        autoComplete="off"
        {...native}
        {...fieldAttributes(props, native['aria-describedby'])}
        ref={tellEarlyEntry}
        className={classNames(styles.control, styles[width])}
      />
    </Field>
  );
}
