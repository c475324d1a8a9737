import { useEffect, useRef, useState } from 'react';
import type { RequestQuery } from '../../db/search/request-query.ts';
import { useRequestSearch } from '../../db/search/request-search.ts';
import type { FoundPage } from '../../db/search/search-memory.ts';
import { useTopicLabels } from '../../parts/use-reader-topic.ts';
import { PAGE_SIZE } from './card-group.tsx';
import { useListPosition } from './list-position.tsx';

export interface Found extends FoundPage {
  query: RequestQuery;
}

/** Returns the first results of a query, more with each `showMore`, and searches again whenever they may have changed. Results stay until the new ones are there. */
export function useFound(query: RequestQuery) {
  const search = useRequestSearch(useTopicLabels());
  const [found, setFound] = useState<Found | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const position = useListPosition();
  /** The number of results shown when the citizen left the list; another query begins with one page. */
  const firstShown = useRef(position.shown.found ?? PAGE_SIZE);
  const shown = useRef(PAGE_SIZE);
  const lookAgain = useRef(() => {});
  const key = JSON.stringify(query);

  useEffect(() => {
    if (!search) return;
    const asked: RequestQuery = JSON.parse(key);
    let isCurrent = true;
    shown.current = firstShown.current;
    firstShown.current = PAGE_SIZE;

    function look(): void {
      search?.find(asked, shown.current).then(
        (page) => {
          if (!isCurrent) return;
          setFound({ ...page, query: asked });
          setHasFailed(false);
        },
        () => isCurrent && setHasFailed(true),
      );
    }

    lookAgain.current = look;
    look();
    const stop = search.subscribe(look);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [search, key]);

  // A search changes the history entry, and so the position, while the results stay.
  useEffect(() => {
    if (found) position.shown.found = Math.max(PAGE_SIZE, found.found.length);
  }, [position, found]);

  function showMore(): void {
    shown.current = (found?.found.length ?? 0) + PAGE_SIZE;
    lookAgain.current();
  }

  return { found, hasFailed, showMore };
}
