import { TextField, type TextFieldProps } from './text-field.tsx';

/** The last day that all parts of the app can read. Chromium lets years of six digits be typed where nothing else is said. */
const LAST_DAY = '9999-12-31';

/** A field for a day, yyyy-mm-dd. */
export function DateField(props: Omit<TextFieldProps, 'type' | 'max'>) {
  return <TextField {...props} type="date" max={LAST_DAY} />;
}
