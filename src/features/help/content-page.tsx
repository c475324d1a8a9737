import { useTranslation } from 'react-i18next';
import { ContentFrame } from './content-frame.tsx';
import { ContentIndex } from './content-index.tsx';
import { ContentSection, type ContentText } from './content-section.tsx';

interface ContentPageProps {
  heading: string;
  sections: ContentText[];
  /** For pages longer than three screens. */
  hasIndex?: boolean;
}

export function ContentPage({ heading, sections, hasIndex = false }: ContentPageProps) {
  const { t } = useTranslation('legal');
  return (
    <ContentFrame heading={heading}>
      {hasIndex && (
        <nav aria-label={t('index')}>
          <ContentIndex sections={sections} />
        </nav>
      )}
      {sections.map((section) => (
        <ContentSection key={section.id} {...section} />
      ))}
    </ContentFrame>
  );
}
