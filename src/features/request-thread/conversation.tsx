import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import type { OutboxRow, RequestRow, SendReplyCommand } from '../../db/core/schema.ts';
import { type RatingDraft, readRatingDraft } from '../../db/requests/request-actions.ts';
import type { EditedReply } from '../../parts/edited-reply.ts';
import { useDeleteDraft } from '../../parts/use-delete-draft.ts';
import { announce } from '../../ui/live-region.tsx';
import { Stack } from '../../ui/stack.tsx';
import { useFocusOn } from '../../ui/use-focus-on.ts';
import { BegunReply } from './begun-reply.tsx';
import { type CitizenActions, findActions } from './citizen-actions.ts';
import { useDeadline } from './deadline-section.tsx';
import { MessageList } from './message-list.tsx';
import { RatingPlace } from './rating-place.tsx';
import type { Thread } from './read-thread.ts';
import { ThreadActions } from './thread-actions.tsx';
import { useOpenReply } from './use-open-reply.ts';
import { WithdrawalNotice } from './withdrawal.tsx';

/** What other features bring to the page. */
export interface RequestParts {
  renderEditor: (reply: EditedReply) => ReactNode;
  /** Why an entry waits, and how to stop it. */
  renderWaiting: (entry: OutboxRow<SendReplyCommand>, isAlone: boolean) => ReactNode;
  renderReason: (entry: OutboxRow) => ReactNode;
  /** **Descarregar tudo (ZIP)**. */
  download: ReactNode;
}

interface ConversationProps extends RequestParts {
  request: RequestRow;
  thread: Thread;
}

/** All that was said, and all that the citizen can still say. */
export function Conversation(props: ConversationProps) {
  const { request, thread, renderEditor, renderWaiting, renderReason, download } = props;
  const { t } = useTranslation('thread');
  const db = useDatabase();
  const deleteDraft = useDeleteDraft();
  const focusOn = useFocusOn();
  const { opened, begin, resume, close } = useOpenReply(request.id, thread);
  const [writing, setWriting] = useState<RatingDraft | null>(null);
  const isOver = useDeadline(request)?.status === 'over';
  const actions = findActions(request, thread.today);
  const rating = thread.rating ?? request.rating;
  const begun = thread.drafts.filter(({ id }) => id !== opened?.draftId);

  async function openRating() {
    const refused = thread.refused.find(({ rating }) => rating !== null)?.rating;
    const kept = await readRatingDraft(db, request.id);
    setWriting(kept ?? refused ?? rating ?? { helpful: null, comment: '' });
  }

  function removeReply(draftId: string) {
    void deleteDraft(draftId);
    close(draftId);
    focusOn('#request-actions');
  }

  return (
    <>
      <MessageList request={request} thread={thread} renderWaiting={renderWaiting} />
      {opened && (
        <div key={opened.draftId}>
          {renderEditor({
            draftId: opened.draftId,
            draft: opened.draft,
            target: { requestId: request.id, purpose: opened.purpose },
            fits: actions.write,
            takesFocus: opened.takesFocus,
            onSubmitted(draftId) {
              close(draftId);
              announce(t('messages.queued'));
              focusOn(`[data-message="${draftId}"]`);
            },
            onClose(draftId) {
              close(draftId);
              focusOn(`[data-begun="${draftId}"], #write`);
            },
            onDelete: removeReply,
          })}
        </div>
      )}
      {begun.length > 0 && (
        <Stack gap={2}>
          {begun.map((draft) => (
            <BegunReply
              key={draft.id}
              draft={draft}
              isAlone={begun.length === 1}
              onResume={() => void resume(draft.id, draft.replyTo?.purpose ?? 'reply')}
            />
          ))}
        </Stack>
      )}
      <RatingPlace
        request={request}
        rating={actions.mayRate ? rating : null}
        isWaiting={thread.rating !== null}
        writing={writing}
        onOpen={() => void openRating()}
        onClose={(selector) => {
          setWriting(null);
          focusOn(selector);
        }}
      />
      <ThreadActions
        request={request}
        actions={offered(actions, thread, opened !== null, rating !== null || writing !== null)}
        offersComplaint={!isOver}
        withdrawal={
          thread.withdrawal && (
            <WithdrawalNotice requestId={request.id} reason={renderReason(thread.withdrawal)} />
          )
        }
        download={download}
        onWrite={(purpose) => void begin(purpose)}
        onRate={() => void openRating()}
      />
    </>
  );
}

/** Without what is being done already. */
function offered(
  actions: CitizenActions,
  thread: Thread,
  isWriting: boolean,
  isRated: boolean,
): CitizenActions {
  const { write } = actions;
  const isBegun = thread.drafts.some(({ replyTo }) => replyTo?.purpose === write);
  // More can be added at any time; one answer is enough to a question.
  const isSaid =
    write !== 'addition' && thread.waiting.some(({ command }) => command.content.purpose === write);
  const isLeaving = thread.withdrawal !== null;
  return {
    ...actions,
    write: isWriting || isBegun || isSaid || isLeaving ? null : write,
    mayRate: actions.mayRate && !isRated,
    mayWithdraw: actions.mayWithdraw && !isLeaving,
  };
}
