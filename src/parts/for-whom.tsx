import { useTranslation } from 'react-i18next';
import type { OnBehalfOf } from '../../contract/types.ts';

export function ForWhom({ person }: { person: OnBehalfOf }) {
  const { t } = useTranslation('requests');
  return (
    <>
      {t('onBehalfOf')} <bdi>{person.name}</bdi>
    </>
  );
}
