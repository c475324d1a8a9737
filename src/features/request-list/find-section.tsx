import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftTopic } from '../../../contract/types.ts';
import { inLabels, type ReaderLabels } from '../../../domain/topics/reader-topic.ts';
import type { Calendar } from '../../../domain/working-days.ts';
import { type Content, contentOf, type Loose, wordsOf } from '../../../domain/written/words.ts';
import { foldWords } from '../../../shared/fold-text.ts';
import type { DraftRow, OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { EVERYTHING, type RequestQuery, SELF, UNKNOWN_TOPIC } from '../../db/search/request-query.ts';
import { searchedWords } from '../../db/search/word-forms.ts';
import { useTopicLabels } from '../../parts/use-reader-topic.ts';
import { Alert } from '../../ui/alert.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { FilterPanel } from './filter-panel.tsx';
import { FoundList } from './found-list.tsx';
import type { ListSearch } from './list-search.ts';
import { toListSearch, toQuery } from './to-query.ts';
import { UnsentGroups } from './unsent-groups.tsx';
import { type Found, useFound } from './use-found.ts';

interface FindSectionProps {
  search: ListSearch;
  showsFilters: boolean;
  /** False while the filters are open and the citizen has not searched or filtered: the groups are then shown. */
  showsResults: boolean;
  calendar: Calendar;
  drafts: DraftRow[];
  waiting: OutboxRow<SubmitRequestCommand>[];
  onSearch: (search: ListSearch) => void;
  onClear: () => void;
}

/** The query while the filters are open but not used: its result gives their counts. */
const EVERYTHING_KEY = JSON.stringify(EVERYTHING);

/** Filters and results. Few visits need them: their code is loaded with the first key or press. */
export function FindSection(props: FindSectionProps) {
  const { search, showsFilters, showsResults, calendar, drafts, waiting, onSearch, onClear } = props;
  const { t } = useTranslation('requests');
  const query = showsResults ? toQuery(search) : EVERYTHING;
  const { found, hasFailed, showMore } = useFound(query);
  const unsent = findUnsent(query, { drafts, waiting }, useTopicLabels());
  const unsentCount = unsent.drafts.length + unsent.waiting.length;
  useAnnouncedCount(JSON.stringify(query), showsResults ? found : null, unsentCount);

  function change(part: Partial<RequestQuery>) {
    onSearch(toListSearch({ ...query, ...part }));
  }

  // Until the citizen's query has a result, there is only the result of the query for everything, which is not shown.
  const answer = found && JSON.stringify(found.query) !== EVERYTHING_KEY ? found : null;
  // The names of a chosen topic or person come with the result.
  const hasNames = found !== null || (query.topicId === null && query.personId === null);
  return (
    <>
      {showsFilters && hasNames && (
        <FilterPanel query={query} facets={found?.facets ?? null} onChange={change} />
      )}
      {hasFailed && <Alert title={t('find.failed')} />}
      {showsResults && !answer && !hasFailed && <Skeleton label={t('find.loading')} />}
      {showsResults && answer && !hasFailed && (
        <>
          <UnsentGroups {...unsent} words={searchedWords(query.words)} />
          <FoundList
            found={answer}
            hasOthers={unsentCount > 0}
            calendar={calendar}
            onShowMore={showMore}
            onClear={onClear}
          />
        </>
      )}
    </>
  );
}

/** The results change with each key; their number is announced once typing has stopped for this time. */
const REST_MS = 1_000;

/** Announces how many requests were found, once each time that a query is made: a count that changes because of news is not announced again. */
function useAnnouncedCount(key: string, found: Found | null, unsentCount: number): void {
  const { t } = useTranslation('requests');
  const saidFor = useRef<string>(undefined);
  const isAnswered = found?.isComplete === true && JSON.stringify(found.query) === key;
  const sentence = isAnswered ? t('find.found', { count: found.total + unsentCount }) : null;

  useEffect(() => {
    if (saidFor.current !== key) saidFor.current = undefined;
    if (sentence === null || saidFor.current) return;
    const timer = setTimeout(() => {
      saidFor.current = key;
      announce(sentence);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [key, sentence]);
}

interface Unsent {
  drafts: DraftRow[];
  waiting: OutboxRow<SubmitRequestCommand>[];
}

/**
 * Finds drafts and waiting requests by the same words and filters as the list. They have no state, day or messages yet, so a filter by these leaves them out.
 */
function findUnsent(
  query: RequestQuery,
  { drafts, waiting }: Unsent,
  labels: ReaderLabels | undefined,
): Unsent {
  const { state, unreadOnly, from, until } = query;
  if (state || unreadOnly || from || until) return { drafts: [], waiting: [] };
  return {
    drafts: drafts.filter((draft) => fits(query, draft, labels)),
    waiting: waiting.filter(({ command }) => fits(query, command.content, labels)),
  };
}

function fits(query: RequestQuery, content: Loose<Content>, labels: ReaderLabels | undefined): boolean {
  const { kind, topic, onBehalfOf } = contentOf(content);
  const levels = levelsOf(topic);
  const topicWords = [...levels, ...levelsOf(inLabels(topic, labels))].map(({ label }) => label);
  const text = ` ${foldWords([...Object.values(wordsOf(content)), ...topicWords].join(' '))} `;
  return (
    searchedWords(query.words).every((word) => word.isIn(text)) &&
    (query.kind === null || query.kind === kind) &&
    (query.personId === null || query.personId === (onBehalfOf?.id ?? SELF)) &&
    (query.topicId === null || levels.some(({ id }) => id === query.topicId))
  );
}

function levelsOf(topic: DraftTopic): { id: string; label: string }[] {
  if (topic === null) return [];
  if (topic.status === 'unknown') return [{ id: UNKNOWN_TOPIC, label: '' }];
  return [topic.lifeEvent, topic.subject, topic.reason].flatMap((level) => level ?? []);
}
