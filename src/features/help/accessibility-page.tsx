import { useTranslation } from 'react-i18next';
import { ContentPage } from './content-page.tsx';

const SECTIONS = [
  { id: 'compromisso', key: 'law' },
  { id: 'estado-atual', key: 'state' },
  { id: 'como-foi-verificado', key: 'assessment' },
  { id: 'o-que-pode-nao-ser-acessivel', key: 'exceptions' },
  { id: 'o-que-pode-esperar', key: 'how' },
  { id: 'dificuldades', key: 'report' },
] as const;

/** The declaration that Decreto-Lei n.º 83/2018 asks for. */
export function AccessibilityPage() {
  const { t } = useTranslation('legal');
  const sections = SECTIONS.map(({ id, key }) => ({
    id,
    ...t(`accessibility.sections.${key}`, { returnObjects: true }),
  }));
  return <ContentPage heading={t('accessibility.heading')} sections={sections} hasIndex />;
}
