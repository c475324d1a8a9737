import type { ComponentPropsWithoutRef, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';
import { tellEarlyEntry } from './early-entry.ts';
import { Field, type FieldTexts, fieldAttributes } from './field.tsx';

type NativeTextArea = Omit<
  ComponentPropsWithoutRef<'textarea'>,
  keyof FieldTexts | 'className' | 'style' | 'disabled'
>;

interface TextAreaProps extends FieldTexts, NativeTextArea {
  /** Stands under the box: the count of characters and the time of the last save. */
  below?: ReactNode;
  /** The ids of the parts in `below` that describe the field. */
  describedBy?: string | undefined;
}

/** A text area that grows with its text where the browser supports that; elsewhere it starts with eight rows and can be resized. */
export function TextArea(props: TextAreaProps) {
  const { id, label, hint, error, optionalText, below, describedBy, ...native } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error} optionalText={optionalText}>
      <textarea
        rows={8}
        autoComplete="off"
        {...native}
        {...fieldAttributes(props, describedBy)}
        ref={tellEarlyEntry}
        className={classNames(styles.control, styles.area)}
      />
      {below}
    </Field>
  );
}
