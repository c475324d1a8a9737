import { TextField, type TextFieldProps } from '../../ui/text-field.tsx';

/** Returns the typed number, or null if it is not a whole number within the bounds. */
export function readWholeNumber(text: string, min: number, max: number): number | null {
  if (!/^\s*\d+\s*$/.test(text)) return null;
  const value = Number(text);
  return value >= min && value <= max ? value : null;
}

type NumberFieldProps = Pick<TextFieldProps, 'id' | 'label' | 'value' | 'error'> & {
  onChange: (text: string) => void;
};

export function NumberField({ onChange, ...field }: NumberFieldProps) {
  return (
    <TextField
      {...field}
      inputMode="numeric"
      width="code"
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
