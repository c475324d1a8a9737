import { TextField, type TextFieldProps } from '../../ui/text-field.tsx';

/** The number typed, or null when it is anything but a whole one within the bounds. */
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
