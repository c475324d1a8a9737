import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../../db/database-context.ts';
import { listRequests } from '../../db/requests.ts';
import type { DraftRow, ListGroup, OutboxRow } from '../../db/schema.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CardGroup } from './card-group.tsx';
import { DraftCard } from './draft-card.tsx';
import { type Calendar, RequestCard } from './request-card.tsx';
import { WaitingCard } from './waiting-card.tsx';

const PAGE_SIZE = 50;

function usePaging() {
  const [limit, setLimit] = useState(PAGE_SIZE);
  return { limit, showMore: () => setLimit(limit + PAGE_SIZE) };
}

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

export function WaitingGroup({ entries }: { entries: OutboxRow[] }) {
  const { limit, showMore } = usePaging();
  if (entries.length === 0) return null;
  const cards = entries.slice(0, limit).map((entry) => <WaitingCard key={entry.commandId} entry={entry} />);
  return <CardGroup name="waiting" total={entries.length} cards={cards} onShowMore={showMore} />;
}

export function DraftGroup({ drafts }: { drafts: DraftRow[] }) {
  const { limit, showMore } = usePaging();
  if (drafts.length === 0) return null;
  const cards = drafts.slice(0, limit).map((draft) => <DraftCard key={draft.id} draft={draft} />);
  return <CardGroup name="drafts" total={drafts.length} cards={cards} onShowMore={showMore} />;
}
