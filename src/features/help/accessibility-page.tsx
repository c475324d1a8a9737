import { useTranslation } from 'react-i18next';
import { ContentPage } from './content-page.tsx';

const SECTIONS = [
  { id: 'compromisso', key: 'law' },
  { id: 'estado-atual', key: 'state' },
  { id: 'como-foi-verificado', key: 'assessment' },
  { id: 'o-que-pode-nao-ser-acessivel', key: 'exceptions' },
  { id: 'o-que-pode-esperar', key: 'how' },
  { id: 'dificuldades', key: 'report' },
  { id: 'programas-de-outras-pessoas', key: 'licences' },
] as const;

/** Made with the app; see `locales/vite-licences.ts`. */
const LICENCES_HREF = '/licencas.txt';

/** The declaration that Decreto-Lei n.º 83/2018 asks for, and whose work the app stands on. */
export function AccessibilityPage() {
  const { t } = useTranslation('legal');
  const licences = (
    <p>
      <a href={LICENCES_HREF} target="_blank" rel="noopener">
        {t('accessibility.readLicences')}
      </a>
    </p>
  );
  const sections = SECTIONS.map(({ id, key }) => ({
    id,
    ...t(`accessibility.sections.${key}`, { returnObjects: true }),
    ...(key === 'licences' && { more: licences }),
  }));
  return <ContentPage heading={t('accessibility.heading')} sections={sections} hasIndex />;
}
