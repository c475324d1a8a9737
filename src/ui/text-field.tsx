import type { ComponentPropsWithoutRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';
import { tellEarlyEntry } from './early-entry.ts';
import { Field, type FieldTexts, fieldAttributes } from './field.tsx';

type NativeInput = Omit<
  ComponentPropsWithoutRef<'input'>,
  keyof FieldTexts | 'aria-describedby' | 'className' | 'style' | 'disabled' | 'width'
>;

export interface TextFieldProps extends FieldTexts, NativeInput {
  /** The width that the value needs. */
  width?: 'niss' | 'code';
}

export function TextField(props: TextFieldProps) {
  const { id, label, hint, error, optionalText, width, ...native } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error} optionalText={optionalText}>
      <input
        type="text"
        // Off unless the field names its purpose: the app keeps the typed text, the browser must not.
        autoComplete="off"
        {...native}
        {...fieldAttributes(props)}
        ref={tellEarlyEntry}
        className={classNames(styles.control, width && styles[width])}
      />
    </Field>
  );
}

/** The last day that all parts of the app can read. Chromium lets years of six digits be typed where nothing else is said. */
const LAST_DAY = '9999-12-31';

/** A field for a day, yyyy-mm-dd. */
export function DateField(props: Omit<TextFieldProps, 'type' | 'max'>) {
  return <TextField {...props} type="date" max={LAST_DAY} />;
}
