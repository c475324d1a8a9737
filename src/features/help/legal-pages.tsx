import { useTranslation } from 'react-i18next';
import { ContentFrame } from './content-frame.tsx';
import { ContentSection, type ContentText } from './content-section.tsx';

const ACCESSIBILITY_SECTIONS = [
  { id: 'compromisso', key: 'law' },
  { id: 'estado-atual', key: 'state' },
  { id: 'como-foi-verificado', key: 'assessment' },
  { id: 'o-que-pode-nao-ser-acessivel', key: 'exceptions' },
  { id: 'o-que-pode-esperar', key: 'how' },
  { id: 'dificuldades', key: 'report' },
  { id: 'programas-de-outras-pessoas', key: 'licences' },
] as const;

/** The file that `build/vite-licences.ts` writes when the app is built. */
const LICENCES_HREF = `${import.meta.env.BASE_PATH}/licencas.txt`;

/** The accessibility statement that Decreto-Lei n.º 83/2018 requires, and the licences of the software that the app uses. */
export function AccessibilityPage() {
  const { t } = useTranslation('legal');
  const licences = (
    <>
      <p>
        <a href={LICENCES_HREF} target="_blank" rel="noopener">
          {t('accessibility.readLicences')}
        </a>
      </p>
      <p>{t('accessibility.release', { release: import.meta.env.RELEASE })}</p>
    </>
  );
  const sections = ACCESSIBILITY_SECTIONS.map(({ id, key }) => ({
    id,
    ...t(`accessibility.sections.${key}`, { returnObjects: true }),
    ...(key === 'licences' && { more: licences }),
  }));
  return <LegalPage heading={t('accessibility.heading')} sections={sections} />;
}

const PRIVACY_SECTIONS = [
  { id: 'responsaveis', key: 'who' },
  { id: 'o-que-escreve', key: 'what' },
  { id: 'neste-dispositivo', key: 'device' },
  { id: 'na-sua-conta', key: 'account' },
  { id: 'avisos', key: 'news' },
  { id: 'quanto-tempo', key: 'time' },
  { id: 'apagar', key: 'erase' },
  { id: 'cookies', key: 'cookie' },
  { id: 'direitos', key: 'rights' },
] as const;

export function PrivacyPage() {
  const { t } = useTranslation('legal');
  const sections = PRIVACY_SECTIONS.map(({ id, key }) => ({
    id,
    ...t(`privacy.sections.${key}`, { returnObjects: true }),
  }));
  return <LegalPage heading={t('privacy.heading')} sections={sections} />;
}

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
  return <LegalPage heading={t('contacts.heading')} sections={sections} />;
}

function LegalPage({ heading, sections }: { heading: string; sections: ContentText[] }) {
  return (
    <ContentFrame heading={heading} sections={sections}>
      {sections.map((section) => (
        <ContentSection key={section.id} {...section} />
      ))}
    </ContentFrame>
  );
}
