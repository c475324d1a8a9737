import { useCallback, useEffect, useRef, useState } from 'react';
import type { CitizenPurpose } from '../../../contract/types.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { openDraft } from '../../db/drafts/save-draft.ts';
import { reserveReplyId } from '../../db/outbox/replies.ts';
import type { Thread } from './read-thread.ts';

export type OpenReply = ReturnType<typeof useOpenReply>;

interface OpenedReply {
  draftId: string;
  /** The draft as it was when it was opened; undefined for a new one. */
  draft: DraftRow | undefined;
  purpose: CitizenPurpose;
  /** Whether a press opened it; false when the page opened it because it was begun. */
  takesFocus: boolean;
}

/** Keeps which reply is open in the editor. A begun reply opens by itself, until the citizen closes it. */
export function useOpenReply(requestId: string, thread: Thread, prepareEditor: () => void) {
  const db = useDatabase();
  const [opened, setOpened] = useState<OpenedReply | null>(null);
  const [sentId, setSentId] = useState<string | null>(null);
  const isSent = sentId !== null && isSaid(thread, sentId);
  const closed = useRef(new Set<string>());
  const waited = useRef(new Set<string>());
  const isOpening = useRef(false);

  const open = useCallback(
    async (draftId: string, purpose: CitizenPurpose, takesFocus: boolean) => {
      // Not awaited: where this takes long, the citizen can already write.
      prepareEditor();
      closed.current.delete(draftId);
      const draft = await openDraft(db, draftId, new Date());
      setOpened({ draftId, draft, purpose: draft?.replyTo?.purpose ?? purpose, takesFocus });
    },
    [db, prepareEditor],
  );

  useEffect(() => {
    if (!isSent) return;
    setSentId(null);
    setOpened(null);
  }, [isSent]);

  useEffect(() => {
    for (const { command } of thread.waiting) waited.current.add(command.messageId);
    for (const id of closed.current) {
      // The reply was sent or deleted. If it comes back as a draft, it opens again.
      if (!thread.drafts.some((draft) => draft.id === id)) closed.current.delete(id);
    }
    // A begun correction does not open by itself, since the office waits for none and a question may be open. The exception is a correction that waited to be
    // sent and came back.
    const begun = thread.drafts.find(
      ({ id, replyTo }) =>
        !closed.current.has(id) && (replyTo?.purpose !== 'correction' || waited.current.has(id)),
    );
    if (opened || isOpening.current || !begun?.replyTo) return;
    isOpening.current = true;
    // The focus was on the button **Não enviar** of a message that is gone.
    const hasLostFocus = waited.current.has(begun.id) && document.activeElement === document.body;
    void open(begun.id, begun.replyTo.purpose, hasLostFocus)
      .catch(endQuietly)
      .finally(() => {
        isOpening.current = false;
      });
  }, [thread, opened, open]);

  const shown = isSent ? null : opened;
  const begun = thread.drafts.filter(({ id }) => id !== shown?.draftId);
  return {
    /** The open reply; null as soon as its words are among the messages. */
    opened: shown,
    /** The begun replies that are not open. */
    begun,
    isWriting: shown !== null || begun.some(({ replyTo }) => replyTo?.purpose !== 'correction'),
    async begin(purpose: CitizenPurpose) {
      // On a full device no id can be reserved. The words stay in the editor, which offers a copy of them.
      const reserved = await reserveReplyId(db, requestId, purpose).catch(endQuietly);
      await open(reserved ?? crypto.randomUUID(), purpose, true);
    },
    resume: (draftId: string, purpose: CitizenPurpose) => open(draftId, purpose, true),
    /** Takes the id of a reply that is being submitted, and null when submitting failed. */
    send: setSentId,
    /** Closes a reply, which does not open by itself again while it is a draft. */
    close(draftId: string) {
      closed.current.add(draftId);
      setOpened(null);
    },
  };
}

function isSaid({ messages, waiting }: Thread, id: string): boolean {
  return (
    messages.some((message) => message.id === id) || waiting.some(({ command }) => command.messageId === id)
  );
}
