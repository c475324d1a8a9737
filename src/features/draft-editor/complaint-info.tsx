import { useTranslation } from 'react-i18next';
import { Details } from '../../ui/details.tsx';

/** What a complaint is not, and the other roads: whoever takes the wrong one may miss a legal deadline. */
export function ComplaintInfo() {
  const { t } = useTranslation('draft');
  return (
    <Details summary={t('complaint.summary')}>
      <p>{t('complaint.service')}</p>
      <p>{t('complaint.decision')}</p>
      <p>{t('complaint.report')}</p>
      <p>{t('complaint.other')}</p>
      <ul>
        <li>{t('complaint.yellowBook')}</li>
        <li>{t('complaint.ombudsman')}</li>
        <li>{t('complaint.phone')}</li>
      </ul>
    </Details>
  );
}
