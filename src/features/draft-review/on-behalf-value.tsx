import { useTranslation } from 'react-i18next';
import type { Profile } from '../../db/core/metadata.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { Notice } from '../../ui/notice.tsx';
import styles from './draft-review.module.css';

/** Who it is for. A well-formed NISS proves nothing about who stands behind it, so whoever acts for another is asked to look at the name. */
export function OnBehalfValue({ draft, profile }: { draft: DraftRow; profile: Profile | null }) {
  const { t } = useTranslation('draft');
  const { onBehalfOf } = draft;
  if (!onBehalfOf) return profile ? <bdi>{profile.citizen.name}</bdi> : <p>{t('review.nothing')}</p>;
  const person = profile?.representations.find(({ id }) => id === onBehalfOf.id);
  return (
    <>
      <p>
        <strong>
          <bdi>{onBehalfOf.name}</bdi>
        </strong>{' '}
        {person && <span className={styles.size}>{t('review.niss', { niss: person.maskedNiss })}</span>}
      </p>
      {person && (
        <p>{t(person.holder === 'person' ? 'review.confirmPerson' : 'review.confirmOrganisation')}</p>
      )}
      {profile && !person && (
        <Notice tone="warning">
          <p>{t('onBehalfOf.ended', { name: onBehalfOf.name })}</p>
        </Notice>
      )}
    </>
  );
}
