import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GroupPlace } from '../../db/request-query-page.ts';
import type { ListGroup } from '../../domain/request-state.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CardGroup } from './card-group.tsx';
import { GroupPage, type LastPage } from './group-page.tsx';
import type { Calendar } from './request-card.tsx';
import { PAGE_SIZE } from './use-paging.ts';

interface RequestGroupProps {
  name: ListGroup;
  total: number;
  calendar: Calendar;
}

/** An empty group is not shown. */
export function RequestGroup({ name, total, calendar }: RequestGroupProps) {
  const { t } = useTranslation('requests');
  /** Where the pages before the last one end. */
  const [ends, setEnds] = useState<GroupPlace[]>([]);
  const [last, setLast] = useState<LastPage | null>(null);
  if (total === 0) return null;
  const pages = [...ends, null].map((until, index) => {
    const after = ends[index - 1] ?? null;
    const key = after?.id ?? 'first';
    return <GroupPage key={key} {...{ name, after, until, calendar }} onLast={setLast} />;
  });
  const shown = ends.length * PAGE_SIZE + (last?.count ?? 0);
  // While the next page is being read the button stays: taking it away would move all below it twice, and the focus from under the fingers.
  const hasMore = last ? last.count >= PAGE_SIZE : ends.length > 0;

  function showMore() {
    if (!last?.end) return;
    setEnds([...ends, last.end]);
    setLast(null);
  }

  return (
    <CardGroup
      name={name}
      total={total}
      shown={shown}
      hasMore={hasMore && shown < total}
      onShowMore={showMore}
    >
      {pages}
      {last === null && ends.length === 0 && (
        <li>
          <Skeleton label={t('loading')} />
        </li>
      )}
    </CardGroup>
  );
}
