import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../../shared/format-date.ts';
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

/** Moves the focus to the section that the address names, as in `/ajuda#sem-niss`: the browser looks for it before the page is drawn. */
function useHashFocus(): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    const target = hash === '' ? null : document.getElementById(hash);
    const closed = target?.closest('details');
    if (closed) closed.open = true;
    target?.focus();
  }, [hash]);
}
