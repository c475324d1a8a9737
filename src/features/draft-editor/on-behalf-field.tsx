import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OnBehalfOf } from '../../../contract/types.ts';
import { hasEnded } from '../../../domain/representation.ts';
import type { Profile } from '../../db/core/metadata.ts';
import { Notice } from '../../ui/notice.tsx';
import { SelectField } from '../../ui/select-field.tsx';

const SELF = 'self';

interface OnBehalfFieldProps {
  id: string;
  /** Null for a guest, and while the representations are unknown. */
  profile: Profile | null;
  value: OnBehalfOf | null;
  error: string | undefined;
  onChange: (onBehalfOf: OnBehalfOf | null) => void;
}

/** The field **Em nome de**. It is shown to citizens who may act for somebody, or could when the draft was written. */
export function OnBehalfField({ id, profile, value, error, onChange }: OnBehalfFieldProps) {
  const { t } = useTranslation('draft');
  const [wasForAnother] = useState(value !== null);
  if (!profile) return null;
  const { citizen, representations } = profile;
  const others: OnBehalfOf[] = representations.map(({ id: personId, name }) => ({ id: personId, name }));
  const isOver = hasEnded(value, representations);
  // A representation that has ended stays among the options until another is chosen; after that it cannot be chosen again.
  if (value && isOver) others.push(value);
  // The field stays after the citizen has chosen to write for themselves, so that the focus is not lost.
  if (others.length === 0 && !wasForAnother) return null;
  const self = citizen.holder === 'person' ? 'onBehalfOf.self' : 'onBehalfOf.selfOrganisation';
  return (
    <SelectField
      id={id}
      label={t('onBehalfOf.label')}
      hint={
        isOver && !error ? (
          <Notice tone="warning">
            <p>{t('onBehalfOf.ended', { name: value?.name })}</p>
          </Notice>
        ) : undefined
      }
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
