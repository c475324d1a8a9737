import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../../lib/format-date.ts';
import { Page } from '../../ui/page.tsx';
import { Stack } from '../../ui/stack.tsx';
import { CONTENT_DATE } from './content-date.ts';
import { useHashFocus } from './use-hash-focus.ts';

interface ContentFrameProps {
  heading: string;
  children: ReactNode;
}

/** A dated page of text, readable signed out and offline, each of whose sections has an address. */
export function ContentFrame({ heading, children }: ContentFrameProps) {
  const { t, i18n } = useTranslation(['legal', 'common']);
  useHashFocus();
  return (
    <Page title={t('common:pageTitle', { page: heading })} heading={heading}>
      <Stack gap={4}>
        <p>{t('updated', { date: formatDay(CONTENT_DATE, i18n.language) })}</p>
        {children}
      </Stack>
    </Page>
  );
}
