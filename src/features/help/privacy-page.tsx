import { useTranslation } from 'react-i18next';
import { ContentPage } from './content-page.tsx';

const SECTIONS = [
  { id: 'responsaveis', key: 'who' },
  { id: 'o-que-escreve', key: 'what' },
  { id: 'neste-dispositivo', key: 'device' },
  { id: 'na-sua-conta', key: 'account' },
  { id: 'quanto-tempo', key: 'time' },
  { id: 'apagar', key: 'erase' },
  { id: 'niss', key: 'numbers' },
  { id: 'cookies', key: 'cookie' },
  { id: 'direitos', key: 'rights' },
] as const;

export function PrivacyPage() {
  const { t } = useTranslation('legal');
  const sections = SECTIONS.map(({ id, key }) => ({
    id,
    ...t(`privacy.sections.${key}`, { returnObjects: true }),
  }));
  return <ContentPage heading={t('privacy.heading')} sections={sections} hasIndex />;
}
