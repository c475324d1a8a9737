import { useTranslation } from 'react-i18next';
import type { OnBehalfOf } from '../../contract/types.ts';
import { useQuery } from '../../db/database-context.ts';
import { readProfile } from '../../db/facts.ts';
import { SelectField } from '../../ui/select-field.tsx';

const SELF = 'self';

interface OnBehalfFieldProps {
  id: string;
  value: OnBehalfOf | null;
  error: string | undefined;
  onChange: (onBehalfOf: OnBehalfOf | null) => void;
}

/** Asked only of whoever may act for somebody. */
export function OnBehalfField({ id, value, error, onChange }: OnBehalfFieldProps) {
  const { t } = useTranslation('draft');
  const profile = useQuery(readProfile);
  if (!profile) return null;
  const { citizen, representations } = profile;
  const others: OnBehalfOf[] = representations.map(({ id: personId, name }) => ({ id: personId, name }));
  // A representation that has ended meanwhile still shows until another choice is made.
  if (value && !others.some((other) => other.id === value.id)) others.push(value);
  if (others.length === 0) return null;
  const self = citizen.holder === 'person' ? 'onBehalfOf.self' : 'onBehalfOf.selfOrganisation';
  return (
    <SelectField
      id={id}
      label={t('onBehalfOf.label')}
      error={error}
      value={value?.id ?? SELF}
      options={[
        { value: SELF, label: t(self, { name: citizen.name }) },
        ...others.map((other) => ({ value: other.id, label: other.name })),
      ]}
      onChange={(chosen) => onChange(others.find((other) => other.id === chosen) ?? null)}
    />
  );
}
