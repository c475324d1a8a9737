import { useTranslation } from 'react-i18next';
import type { OnBehalfOf } from '../contract/types.ts';

/** *Em nome de* and the name of whom a request is for. */
export function ForWhom({ person }: { person: OnBehalfOf }) {
  const { t } = useTranslation('requests');
  return (
    <>
      {t('onBehalfOf')} <bdi>{person.name}</bdi>
    </>
  );
}
