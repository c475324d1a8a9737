import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestRow } from '../../db/core/schema.ts';
import type { GroupPlace } from '../../db/search/group-stretch.ts';
import type { ListGroup } from '../../domain/request-state.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CardGroup } from './card-group.tsx';
import { GroupPage, type LastPage } from './group-page.tsx';
import type { Calendar } from './request-card.tsx';
import { PAGE_SIZE } from './use-paging.ts';

interface RequestGroupProps {
  name: ListGroup;
  total: number;
  /** Its first cards, where they are known before it is read. */
  ahead: RequestRow[];
  calendar: Calendar;
}

/** Where a page begins: at the newest when nothing is before it. */
interface PageStart {
  after: GroupPlace | null;
  ahead: RequestRow[];
}

/** An empty group is not shown. */
export function RequestGroup({ name, total, ahead, calendar }: RequestGroupProps) {
  const { t } = useTranslation('requests');
  const [starts, setStarts] = useState<PageStart[]>([{ after: null, ahead }]);
  const [last, setLast] = useState<LastPage | null>(null);
  if (total === 0) return null;
  const pages = starts.map((start, index) => {
    const key = start.after?.id ?? 'first';
    const until = starts[index + 1]?.after ?? null;
    return <GroupPage key={key} {...{ name, ...start, until, calendar }} onLast={setLast} />;
  });
  const before = starts.length - 1;
  const shown = before * PAGE_SIZE + (last?.count ?? starts[before]?.ahead.length ?? 0);
  // While the next page is being read the button stays: taking it away would move all below it twice, and the focus from under the fingers.
  const hasMore = last ? last.next.length > 0 : before > 0;

  function showMore() {
    if (!last?.end) return;
    setStarts([...starts, { after: last.end, ahead: last.next }]);
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
      {last === null && shown === 0 && (
        <li>
          <Skeleton label={t('loading')} />
        </li>
      )}
    </CardGroup>
  );
}
