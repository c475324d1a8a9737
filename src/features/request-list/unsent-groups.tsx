import { type ReactElement, useState } from 'react';
import type { DraftRow, OutboxRow, SubmitRequestCommand } from '../../db/core/schema.ts';
import type { Searched } from '../../lib/mark-words.ts';
import { CardGroup, PAGE_SIZE } from './card-group.tsx';
import { DraftCard, ReplyDraftCard, WaitingCard } from './unsent-cards.tsx';

const NO_WORDS: Searched = [];

interface UnsentGroupsProps {
  waiting: OutboxRow<SubmitRequestCommand>[];
  drafts: DraftRow[];
  words?: Searched;
}

/** The groups of drafts and waiting requests. Their code is loaded only for lists that have any. */
export function UnsentGroups({ waiting, drafts, words = NO_WORDS }: UnsentGroupsProps) {
  return (
    <>
      <UnsentGroup name="waiting">
        {waiting.map((entry) => (
          <WaitingCard key={entry.commandId} entry={entry} words={words} />
        ))}
      </UnsentGroup>
      <UnsentGroup name="drafts">
        {drafts.map((draft) =>
          draft.replyTo ? (
            <ReplyDraftCard key={draft.id} draft={draft} requestId={draft.replyTo.requestId} words={words} />
          ) : (
            <DraftCard key={draft.id} draft={draft} words={words} />
          ),
        )}
      </UnsentGroup>
    </>
  );
}

function UnsentGroup({ name, children }: { name: 'waiting' | 'drafts'; children: ReactElement[] }) {
  const [limit, setLimit] = useState(PAGE_SIZE);
  const total = children.length;
  if (total === 0) return null;
  const cards = children.slice(0, limit);
  return (
    <CardGroup name={name} total={total} shown={cards.length} onShowMore={() => setLimit(limit + PAGE_SIZE)}>
      {cards}
    </CardGroup>
  );
}
