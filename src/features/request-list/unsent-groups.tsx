import { useState } from 'react';
import type { DraftRow, OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import { CardGroup, PAGE_SIZE } from './card-group.tsx';
import { DraftCard, ReplyDraftCard, WaitingCard } from './unsent-cards.tsx';

interface UnsentGroupsProps {
  waiting: OutboxRow<SubmitRequestCommand>[];
  drafts: DraftRow[];
  /** That were searched for, folded. */
  words?: readonly string[];
}

const NO_WORDS: readonly string[] = [];

/** What is only on this device or not sent yet; many lists have nothing of it, and load nothing for it. */
export function UnsentGroups({ waiting, drafts, words = NO_WORDS }: UnsentGroupsProps) {
  return (
    <>
      <WaitingGroup entries={waiting} words={words} />
      <DraftGroup drafts={drafts} words={words} />
    </>
  );
}

interface WaitingGroupProps {
  entries: OutboxRow<SubmitRequestCommand>[];
  words: readonly string[];
}

function WaitingGroup({ entries, words }: WaitingGroupProps) {
  const { limit, showMore } = usePaging();
  if (entries.length === 0) return null;
  const cards = entries
    .slice(0, limit)
    .map((entry) => <WaitingCard key={entry.commandId} entry={entry} words={words} />);
  return (
    <CardGroup name="waiting" total={entries.length} shown={cards.length} onShowMore={showMore}>
      {cards}
    </CardGroup>
  );
}

function DraftGroup({ drafts, words }: { drafts: DraftRow[]; words: readonly string[] }) {
  const { limit, showMore } = usePaging();
  if (drafts.length === 0) return null;
  const cards = drafts
    .slice(0, limit)
    .map((draft) =>
      draft.replyTo ? (
        <ReplyDraftCard key={draft.id} draft={draft} requestId={draft.replyTo.requestId} words={words} />
      ) : (
        <DraftCard key={draft.id} draft={draft} words={words} />
      ),
    );
  return (
    <CardGroup name="drafts" total={drafts.length} shown={cards.length} onShowMore={showMore}>
      {cards}
    </CardGroup>
  );
}

function usePaging() {
  const [limit, setLimit] = useState(PAGE_SIZE);
  return { limit, showMore: () => setLimit(limit + PAGE_SIZE) };
}
