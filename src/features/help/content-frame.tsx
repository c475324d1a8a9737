import { useLocation } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format-date.ts';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';

/** When the texts of help and of the legal pages were last gone through. */
const CONTENT_DATE = '2026-11-25';

interface ContentFrameProps {
  heading: string;
  /** Stands before the date. */
  intro?: string;
  children: ReactNode;
}

/** A dated page of text, readable signed out and offline, each of whose sections has an address. */
export function ContentFrame({ heading, intro, children }: ContentFrameProps) {
  const { t, i18n } = useTranslation(['legal', 'common']);
  useHashFocus();
  return (
    <Page title={t('common:pageTitle', { page: heading })} heading={heading}>
      <Stack gap={4}>
        {intro && <p>{intro}</p>}
        <p>{t('updated', { date: formatDay(CONTENT_DATE, i18n.language) })}</p>
        {children}
      </Stack>
    </Page>
  );
}

/** Whoever comes by `/ajuda#sem-niss` starts to read there: when the browser looks for the place, the page has not been drawn yet. */
function useHashFocus(): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    const target = hash === '' ? null : document.getElementById(hash);
    const closed = target?.closest('details');
    if (closed) closed.open = true;
    target?.focus();
  }, [hash]);
}
