import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/database-context.ts';
import { listRequests } from '../../db/requests.ts';
import type { ListGroup } from '../../domain/request-state.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CardGroup } from './card-group.tsx';
import { type Calendar, RequestCard } from './request-card.tsx';
import { usePaging } from './use-paging.ts';

interface RequestGroupProps {
  name: ListGroup;
  total: number;
  calendar: Calendar;
}

/** An empty group is not shown. */
export function RequestGroup({ name, total, calendar }: RequestGroupProps) {
  const { t } = useTranslation('requests');
  const { limit, showMore } = usePaging();
  const requests = useQuery((db) => listRequests(db, name, limit), [name, limit]);
  if (total === 0) return null;
  if (!requests) return <Skeleton label={t('loading')} />;
  const cards = requests.map((request) => (
    <RequestCard key={request.id} request={request} calendar={calendar} />
  ));
  return <CardGroup name={name} total={total} cards={cards} onShowMore={showMore} />;
}
