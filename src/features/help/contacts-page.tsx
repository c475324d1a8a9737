import { useTranslation } from 'react-i18next';
import { ContentPage } from './content-page.tsx';

const PHONE_HREF = 'tel:+351300502502';

export function ContactsPage() {
  const { t } = useTranslation('legal');
  const phone = (
    <p>
      <a href={PHONE_HREF}>{t('contacts.phoneNumber')}</a>
    </p>
  );
  const sections = [
    { id: 'telefone', ...t('contacts.sections.phone', { returnObjects: true }), more: phone },
    { id: 'por-escrito', ...t('contacts.sections.eclic', { returnObjects: true }) },
    { id: 'para-que-nao-serve', ...t('contacts.sections.notFor', { returnObjects: true }) },
    { id: 'outras-vias', ...t('contacts.sections.others', { returnObjects: true }) },
  ];
  return <ContentPage heading={t('contacts.heading')} sections={sections} />;
}
