import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwn } from '../../db/core/database-context.ts';
import { useThrottledQuery } from '../../db/core/use-query.ts';
import { ADDRESSES } from '../../parts/addresses.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { Page } from '../../ui/page.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Searchable } from './list-search.ts';
import { isNew, type ReadList, readList } from './list-summary.ts';
import { RequestList } from './request-list.tsx';

// Loaded on its own: only new citizens see it.
const Welcome = lazyPart(() => import('./welcome.tsx'), 'Welcome');

interface RequestListPageProps extends Searchable {
  /** The list as it was read before the page is shown. */
  initial: ReadList | null;
}

export function RequestListPage({ initial, search, onSearch }: RequestListPageProps) {
  const { t } = useTranslation(['requests', 'common']);
  const own = useOwn(initial);
  const read = useThrottledQuery((db) => readList(db), [], own);
  const title = t('title');
  const { needsYou = 0, toRead = 0 } = read?.summary.counts ?? {};
  const first = needsYou + toRead;
  const page = first > 0 ? t('titleWithCount', { count: first, title }) : title;
  const greets = read !== undefined && isNew(read.summary);
  const wait = <Skeleton label={t('loading')} />;
  return (
    <Page
      title={t('common:pageTitle', { page })}
      heading={title}
      width="wide"
      // The welcome has its own button **Criar pedido**.
      action={!greets && <CreateLink />}
    >
      {greets && (
        <Suspense fallback={wait}>
          <Welcome action={<CreateLink />} />
        </Suspense>
      )}
      {read ? (
        <RequestList
          summary={read.summary}
          initialCards={read.cards}
          comesBack={own?.comesBack ?? false}
          search={search}
          onSearch={onSearch}
        />
      ) : (
        wait
      )}
    </Page>
  );
}

/** **Criar pedido**, as the one primary button of the list. */
function CreateLink() {
  const { t } = useTranslation('common');
  return (
    // Preloading would make a draft's id that nobody asked for.
    <Link to={ADDRESSES.newDraft} preload={false} className={buttonClass('primary')}>
      {t('nav.newRequest')}
    </Link>
  );
}
