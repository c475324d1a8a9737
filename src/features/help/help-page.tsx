import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { AnswersSearch } from './answers-search.tsx';
import { ContentPage } from './content-page.tsx';

const SECTIONS = [
  { id: 'como-funciona', key: 'how' },
  { id: 'o-que-pode-pedir', key: 'what' },
  { id: 'iniciar-sessao', key: 'signIn' },
  { id: 'recuperar-palavra-chave', key: 'password' },
  { id: 'sem-niss', key: 'noNiss' },
  { id: 'anexos', key: 'attachments' },
  { id: 'sem-ligacao', key: 'offline' },
  { id: 'prazos', key: 'deadlines' },
  { id: 'reclamacoes', key: 'complaints' },
] as const;

export function HelpPage() {
  const { t } = useTranslation(['help', 'glossary']);
  const sections = SECTIONS.map(({ id, key }) => ({
    id,
    ...t(`sections.${key}`, { returnObjects: true }),
    isOrdered: key === 'how',
  }));
  const top = (
    <>
      <AnswersSearch />
      <p>
        <Link to="/glossario">{t('glossary:link')}</Link>
      </p>
    </>
  );
  return <ContentPage heading={t('heading')} sections={sections} top={top} hasIndex />;
}
