import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';

/** Documents to be had at once: who finds theirs here has no request to write. */
export function ReadyDocuments() {
  const { t } = useTranslation('topic');
  return (
    <Notice tone="info" title={t('documents.title')}>
      <ul>
        <li>{t('documents.contributionStatus')}</li>
        <li>{t('documents.record')}</li>
        <li>{t('documents.contacts')}</li>
      </ul>
      <p>{t('documents.note')}</p>
    </Notice>
  );
}
