import { type ReactNode, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { DatabaseContext } from '../db/core/database-context.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { announce } from '../ui/live-region.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { Stack } from '../ui/stack.tsx';
import type { Attempt, Targeted } from './use-attempt.ts';
import { useOnline } from './use-online.ts';

interface AttemptPageProps<Issue extends Targeted> {
  heading: string;
  attempt: Attempt<Issue>;
  before?: ReactNode;
  width?: 'text' | 'wide';
  /** In steps of 8 px. */
  gap?: 2 | 3 | 4;
  /** Nothing of it is asked of a server. */
  worksOffline?: boolean;
  children: ReactNode;
}

/** A page from which something is sent. With errors the title says so first, and their summary takes the focus. */
export function AttemptPage<Issue extends Targeted>({
  heading,
  attempt,
  before,
  width = 'text',
  gap = 4,
  worksOffline = false,
  children,
}: AttemptPageProps<Issue>) {
  const { t } = useTranslation('common');
  const title = t('pageTitle', { page: heading });
  const { issues, tries, textOf } = attempt;
  const hasErrors = issues.length > 0;
  return (
    <Page
      title={hasErrors ? t('errorTitle', { title }) : title}
      heading={heading}
      hasErrors={hasErrors}
      before={before}
      width={width}
    >
      <Stack gap={gap}>
        {hasErrors && (
          <ErrorSummary
            title={t('errorSummary')}
            items={issues.map((issue) => ({ targetId: issue.target, text: textOf(issue) }))}
            focusKey={tries}
          />
        )}
        {!worksOffline && <OfflineLine />}
        {children}
      </Stack>
    </Page>
  );
}

/** Of whoever has a database here the line under the header says it. */
function OfflineLine() {
  const { t } = useTranslation('common');
  const isOnline = useOnline();
  const isSaid = useContext(DatabaseContext) !== null;
  const sentence = isOnline || isSaid ? null : t('offline');

  useEffect(() => {
    if (sentence) announce(sentence);
  }, [sentence]);

  return (
    sentence && (
      <Notice tone="offline">
        <p>{sentence}</p>
      </Notice>
    )
  );
}
