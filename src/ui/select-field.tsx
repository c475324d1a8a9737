import { ChevronDown } from 'lucide-react';
import { classNames } from './class-names.ts';
import styles from './control.module.css';
import { Field, type FieldTexts, fieldAttributes } from './field.tsx';

interface SelectFieldProps<Value extends string> extends FieldTexts {
  /** The options. `lang` is set where the words are in another language than the page. */
  options: readonly { value: Value; label: string; lang?: string }[];
  value: Value | '' | null | undefined;
  onChange: (value: Value) => void;
  /** The words of the empty option. Without it the first option is chosen from the start. */
  placeholder?: string | undefined;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { id, label, hint, error, optionalText, options, value, onChange, placeholder } = props;
  return (
    <Field id={id} label={label} hint={hint} error={error} optionalText={optionalText}>
      <div className={classNames(styles.withIcon, styles.iconAfter)}>
        <select
          {...fieldAttributes(props)}
          autoComplete="off"
          value={value ?? ''}
          // The value can only be one of the options or empty.
          onChange={(event) => onChange(event.currentTarget.value as Value)}
          className={classNames(styles.control, styles.select)}
        >
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value} lang={option.lang}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown size={20} />
      </div>
    </Field>
  );
}
