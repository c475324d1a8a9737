import { useTranslation } from 'react-i18next';
import { Notice } from '../../ui/notice.tsx';

/**
 * What a complaint is not, and the other roads. It stands open: whoever takes the wrong one may miss a legal deadline, and would not know to
 * look behind a press.
 */
export function ComplaintInfo({ workingDays }: { workingDays: number }) {
  const { t } = useTranslation('draft');
  return (
    <Notice tone="info" title={t('complaint.title')}>
      <p>{t('complaint.service')}</p>
      <p>{t('complaint.deadline', { count: workingDays })}</p>
      <p>{t('complaint.decision')}</p>
      <p>{t('complaint.report')}</p>
      <p>{t('complaint.other')}</p>
      <ul>
        <li>{t('complaint.yellowBook')}</li>
        <li>{t('complaint.ombudsman')}</li>
        <li>{t('complaint.phone')}</li>
      </ul>
    </Notice>
  );
}
