import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format-date.ts';
import { useHashFocus } from '../../parts/use-hash-focus.ts';
import { Indexed } from '../../ui/indexed.tsx';
import { Page } from '../../ui/page.tsx';

/** The day on which the texts of help and of the legal pages were last reviewed. */
const CONTENT_DATE = '2026-11-29';

interface ContentFrameProps {
  heading: string;
  /** A text before the date. */
  intro?: string;
  /** The sections of the index, for a page that has no index of its own. */
  sections?: readonly { id: string; heading: string }[];
  children: ReactNode;
}

/** A dated page of text that can be read without a session and offline. Each of its sections has an address. */
export function ContentFrame({ heading, intro, sections = [], children }: ContentFrameProps) {
  const { t, i18n } = useTranslation(['legal', 'common']);
  useHashFocus();
  return (
    <Page title={t('common:pageTitle', { page: heading })} heading={heading} width="wide">
      <Indexed label={t('index')} sections={sections}>
        {intro && <p>{intro}</p>}
        <p>{t('updated', { date: formatDay(CONTENT_DATE, i18n.language) })}</p>
        {children}
      </Indexed>
    </Page>
  );
}
