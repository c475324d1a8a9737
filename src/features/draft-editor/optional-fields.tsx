import { useTranslation } from 'react-i18next';
import { OPTIONAL_RULES, type OptionalField } from '../../../domain/written/rules.ts';
import type { Words } from '../../../domain/written/words.ts';
import { TextField } from '../../ui/text-field.tsx';
import { CountedTextArea } from './counted-text-area.tsx';

/** The height of each field in rows. A field of one row is an input, which does not grow. */
const ROWS: Record<OptionalField, number> = { office: 1, happenedOn: 1, wanted: 4 };

interface OptionalFieldsProps {
  fields: readonly OptionalField[];
  /** The texts at first. They are read once: saved text never flows back into the fields. */
  initial: Words;
  errorOf: (field: OptionalField) => string | undefined;
  onType: (field: OptionalField, text: string) => void;
  onBlur: () => void;
}

/** The optional fields of a kind. The id of each field is its name. */
export function OptionalFields({ fields, initial, errorOf, onType, onBlur }: OptionalFieldsProps) {
  const { t } = useTranslation('draft');
  return fields.map((field) => {
    const shared = {
      id: field,
      label: t(`field.${field}`),
      optionalText: t('field.optional'),
      hint: t(`field.${field}Hint`),
      error: errorOf(field),
      onBlur,
    };
    return ROWS[field] === 1 ? (
      <TextField
        key={field}
        {...shared}
        defaultValue={initial[field]}
        dir="auto"
        onChange={(event) => onType(field, event.currentTarget.value)}
      />
    ) : (
      <CountedTextArea
        key={field}
        {...shared}
        initialText={initial[field]}
        rows={ROWS[field]}
        maxGraphemes={OPTIONAL_RULES[field].maxGraphemes}
        onType={(text) => onType(field, text)}
      />
    );
  });
}
