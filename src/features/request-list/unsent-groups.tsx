import type { DraftRow, OutboxRow, SubmitRequestCommand } from '../../db/schema.ts';
import { CardGroup } from './card-group.tsx';
import { DraftCard } from './draft-card.tsx';
import { ReplyDraftCard } from './reply-draft-card.tsx';
import { usePaging } from './use-paging.ts';
import { WaitingCard } from './waiting-card.tsx';

interface UnsentGroupsProps {
  waiting: OutboxRow<SubmitRequestCommand>[];
  drafts: DraftRow[];
}

/** What is only on this device or not sent yet; many lists have nothing of it, and load nothing for it. */
export function UnsentGroups({ waiting, drafts }: UnsentGroupsProps) {
  return (
    <>
      <WaitingGroup entries={waiting} />
      <DraftGroup drafts={drafts} />
    </>
  );
}

function WaitingGroup({ entries }: { entries: OutboxRow<SubmitRequestCommand>[] }) {
  const { limit, showMore } = usePaging();
  if (entries.length === 0) return null;
  const cards = entries.slice(0, limit).map((entry) => <WaitingCard key={entry.commandId} entry={entry} />);
  return (
    <CardGroup name="waiting" total={entries.length} shown={cards.length} onShowMore={showMore}>
      {cards}
    </CardGroup>
  );
}

function DraftGroup({ drafts }: { drafts: DraftRow[] }) {
  const { limit, showMore } = usePaging();
  if (drafts.length === 0) return null;
  const cards = drafts
    .slice(0, limit)
    .map((draft) =>
      draft.replyTo ? (
        <ReplyDraftCard key={draft.id} draft={draft} requestId={draft.replyTo.requestId} />
      ) : (
        <DraftCard key={draft.id} draft={draft} />
      ),
    );
  return (
    <CardGroup name="drafts" total={drafts.length} shown={cards.length} onShowMore={showMore}>
      {cards}
    </CardGroup>
  );
}
