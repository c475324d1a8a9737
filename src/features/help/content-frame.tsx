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
  /** Stands before the date. */
  intro?: string;
  /** For the index of a page that has none of its own. */
  sections?: readonly { id: string; heading: string }[];
  children: ReactNode;
}

/** A dated page of text, readable signed out and offline, each of whose sections has an address. */
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

/** Moves the focus to the section in the address, `/ajuda#sem-niss`: the browser looks for it before the page is drawn. */
function useHashFocus(): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    const target = hash === '' ? null : document.getElementById(hash);
    const closed = target?.closest('details');
    if (closed) closed.open = true;
    target?.focus();
  }, [hash]);
}
