import { useTranslation } from 'react-i18next';
import type { DraftRow, OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { EVERYTHING, type RequestQuery } from '../../db/search/request-query.ts';
import { queryWords } from '../../lib/fold-text.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { findUnsent } from './find-unsent.ts';
import { FoundList } from './found-list.tsx';
import type { ListSearch } from './list-search.ts';
import type { Calendar } from './request-card.tsx';
import { toListSearch, toQuery } from './to-query.ts';
import { UnsentGroups } from './unsent-groups.tsx';
import { useAnnouncedCount } from './use-announced-count.ts';
import { useFound } from './use-found.ts';

interface FindSectionProps {
  search: ListSearch;
  showsFilters: boolean;
  /** False while only the filters are open and nothing is asked: the groups stay. */
  showsResults: boolean;
  calendar: Calendar;
  drafts: DraftRow[];
  waiting: OutboxRow<SubmitRequestCommand>[];
  onSearch: (search: ListSearch) => void;
  onClear: () => void;
}

/** Asked of while only the filters are open, for their counts. */
const EVERYTHING_KEY = JSON.stringify(EVERYTHING);

/** Filters and results; what few visits need is loaded with the first key or press. */
export function FindSection(props: FindSectionProps) {
  const { search, showsFilters, showsResults, calendar, drafts, waiting, onSearch, onClear } = props;
  const { t } = useTranslation('requests');
  const query = showsResults ? toQuery(search) : EVERYTHING;
  const { found, hasFailed, showMore } = useFound(query);
  const unsent = findUnsent(query, { drafts, waiting });
  const unsentCount = unsent.drafts.length + unsent.waiting.length;
  useAnnouncedCount(JSON.stringify(query), showsResults ? found : null, unsentCount);

  function change(part: Partial<RequestQuery>) {
    onSearch(toListSearch({ ...query, ...part }));
  }

  if (hasFailed) {
    return (
      <Notice tone="danger">
        <p>{t('find.failed')}</p>
      </Notice>
    );
  }
  if (!found) return <Skeleton label={t('find.loading')} />;
  // Until the first answer there is only that to everything, which nobody has asked to see.
  const isAnswered = JSON.stringify(found.query) !== EVERYTHING_KEY;
  return (
    <>
      {showsFilters && <FilterPanel query={query} facets={found.facets} onChange={change} />}
      {showsResults && !isAnswered && <Skeleton label={t('find.loading')} />}
      {showsResults && isAnswered && (
        <>
          <UnsentGroups {...unsent} words={queryWords(query.words)} />
          <FoundList
            found={found}
            hasOthers={unsentCount > 0}
            calendar={calendar}
            onShowMore={() => void showMore()}
            onClear={onClear}
          />
        </>
      )}
    </>
  );
}
