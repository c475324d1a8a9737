import { useTranslation } from 'react-i18next';
import { ContentPage } from './content-page.tsx';

const SECTIONS = [
  { id: 'compromisso', key: 'law' },
  { id: 'estado-atual', key: 'state' },
  { id: 'o-que-pode-esperar', key: 'how' },
  { id: 'dificuldades', key: 'report' },
] as const;

export function AccessibilityPage() {
  const { t } = useTranslation('legal');
  const sections = SECTIONS.map(({ id, key }) => ({
    id,
    ...t(`accessibility.sections.${key}`, { returnObjects: true }),
  }));
  return <ContentPage heading={t('accessibility.heading')} sections={sections} />;
}
