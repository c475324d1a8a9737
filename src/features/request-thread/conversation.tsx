import { type ReactNode, useContext, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenPurpose } from '../../../contract/types.ts';
import { descriptionBefore } from '../../../domain/description-before.ts';
import type { OutboxRow, RequestRow, SendReplyCommand } from '../../db/core/schema.ts';
import { findWord } from '../../lib/mark-words.ts';
import type { EditedReply } from '../../parts/edited-reply.ts';
import { SearchedContext } from '../../parts/own-words.tsx';
import { useDeleteDraft } from '../../parts/use-delete-draft.ts';
import { useOnline } from '../../parts/use-online.ts';
import { Stack } from '../../ui/layout.tsx';
import { announce } from '../../ui/live-region.tsx';
import { StillBelow } from '../../ui/still-below.tsx';
import { useFocusOn } from '../../ui/use-focus-on.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { BegunReply } from './begun-reply.tsx';
import type { CitizenActions } from './citizen-actions.ts';
import { MessageArticle } from './message-article.tsx';
import { PrimaryAction } from './primary-action.tsx';
import { type Thread, type ThreadEntry, useOrder } from './read-thread.ts';
import type { OpenReply } from './use-open-reply.ts';

/** Parts of the conversation that other features draw. */
export interface ConversationParts {
  renderEditor: (reply: EditedReply) => ReactNode;
  /** Fetches the code that the editor loads late, so that the editor is drawn as a whole. */
  prepareEditor: () => void;
  /** Says why an entry waits and how to stop it. */
  renderWaiting: (entry: OutboxRow<SendReplyCommand>, isAlone: boolean) => ReactNode;
}

interface ConversationProps extends ConversationParts {
  request: RequestRow;
  thread: Thread;
  actions: CitizenActions;
  reply: OpenReply;
  /** The content between the newest messages and the older ones. */
  children: ReactNode;
}

/** The newest messages, the primary action and the earlier messages. */
export function Conversation(props: ConversationProps) {
  const { request, thread, actions, reply, renderEditor, renderWaiting, children } = props;
  const { t } = useTranslation('thread');
  const headingId = useId();
  const deleteDraft = useDeleteDraft();
  const focusOn = useFocusOn();
  const isOnline = useOnline();
  const { opened, begun, begin, resume, send, close } = reply;
  const { recent, older, justSent, isAnswered } = useOrder(thread);
  useFoundMessage(thread);
  // Read once: messages that are read on this visit stay marked as new until the next.
  const [readUpTo] = useState(request.readUpTo ?? '');

  const words = [
    ...thread.messages,
    ...thread.waiting.map(({ command }) => ({ id: command.messageId, ...command.content })),
  ];

  function renderSaid(said: ThreadEntry) {
    const { sent, entry } = said;
    return (
      <MessageArticle
        key={said.id}
        said={said}
        corrected={descriptionBefore(request.description, words, said.id)}
        cameUnread={sent?.author === 'office' && sent.sentAt > readUpTo}
        isAnswered={isAnswered(said)}
        today={thread.today}
        waiting={entry && renderWaiting(entry, thread.waiting.length === 1)}
      />
    );
  }

  return (
    <>
      <StillBelow isOpen={opened !== null}>
        <section aria-labelledby={headingId}>
          <VisuallyHidden as="h2" id={headingId}>
            {t('messages.heading')}
          </VisuallyHidden>
          <Stack gap={2}>
            {recent.length === 0 && <p>{t('messages.none')}</p>}
            {recent.map(renderSaid)}
            {opened && (
              <div key={opened.draftId}>
                {renderEditor({
                  draftId: opened.draftId,
                  draft: opened.draft,
                  target: { requestId: request.id, purpose: opened.purpose },
                  firstText:
                    opened.purpose === 'correction' ? descriptionBefore(request.description, words) : '',
                  fits: actions.write,
                  mayCorrect: actions.mayCorrect,
                  takesFocus: opened.takesFocus,
                  onSubmit: send,
                  onSubmitted(draftId) {
                    announce(t(isOnline ? 'messages.sending' : 'messages.queued'));
                    focusOn(`[data-message="${draftId}"]`);
                  },
                  onClose(draftId) {
                    close(draftId);
                    focusOn(`[data-begun="${draftId}"], ${placeOf(opened.purpose, actions)}`);
                  },
                  onDelete(draftId) {
                    void deleteDraft(draftId);
                    close(draftId);
                    focusOn(placeOf(opened.purpose, actions));
                  },
                })}
              </div>
            )}
            {begun.map((draft, index) => (
              <BegunReply
                key={draft.id}
                draft={draft}
                isAlone={begun.length === 1}
                isPrimary={index === 0 && opened === null && actions.primary === null}
                onResume={() => void resume(draft.id, draft.replyTo?.purpose ?? 'reply')}
              />
            ))}
            <PrimaryAction
              request={request}
              actions={actions}
              isWriting={reply.isWriting}
              justSent={justSent}
              onWrite={(purpose) => void begin(purpose)}
            />
          </Stack>
        </section>
      </StillBelow>
      {children}
      {older.length > 0 && <Older>{older.map(renderSaid)}</Older>}
    </>
  );
}

/** Returns the selector of the place where the citizen began the reply that they close: its button or, if that is gone, the heading of the actions. */
function placeOf(purpose: CitizenPurpose, { write, mayCorrect }: CitizenActions): string {
  if (purpose === 'correction') return mayCorrect ? '#correct' : '#request-actions';
  return write ? '#write' : '#request-actions';
}

/** Moves the focus to the newest message that has one of the words by which the request was found. */
function useFoundMessage({ messages }: Thread): void {
  const words = useContext(SearchedContext);
  const [foundId] = useState(() => messages.findLast(({ body }) => findWord(body, words) >= 0)?.id);

  useEffect(() => {
    if (foundId === undefined) return;
    // Runs with the frame that draws the message, before the heading of the page takes the focus.
    requestAnimationFrame(() => {
      const heading = document.querySelector<HTMLElement>(`[data-message="${foundId}"]`);
      heading?.focus();
      heading?.closest('article')?.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
    });
  }, [foundId]);
}

function Older({ children }: { children: ReactNode }) {
  const { t } = useTranslation('thread');
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId}>{t('messages.older')}</h2>
      <Stack gap={2}>{children}</Stack>
    </section>
  );
}
