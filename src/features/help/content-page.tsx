import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format-date.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { CONTENT_DATE } from './content-date.ts';
import { ContentSection, type ContentText } from './content-section.tsx';

interface ContentPageProps {
  heading: string;
  sections: ContentText[];
  /** For pages longer than three screens. */
  hasIndex?: boolean;
  /** Stands before the index. */
  top?: ReactNode;
}

/** A page of text, readable signed out and offline. */
export function ContentPage({ heading, sections, hasIndex = false, top }: ContentPageProps) {
  const { t, i18n } = useTranslation(['legal', 'common']);
  return (
    <Page title={t('common:pageTitle', { page: heading })} heading={heading}>
      <Stack gap={4}>
        <p>{t('updated', { date: formatDay(CONTENT_DATE, i18n.language) })}</p>
        {top}
        {hasIndex && (
          <nav aria-label={t('index')}>
            <ul>
              {sections.map((section) => (
                <li key={section.id}>
                  <a href={`#${section.id}`} className={buttonClass('quiet')}>
                    {section.heading}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {sections.map((section) => (
          <ContentSection key={section.id} {...section} />
        ))}
      </Stack>
    </Page>
  );
}
