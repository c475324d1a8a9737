import { type ReactNode, useContext, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenPurpose, Message } from '../../../contract/types.ts';
import type { UnsentRating } from '../../../domain/copies/copy-format.ts';
import { measureDeadline } from '../../../domain/measure-deadline.ts';
import { filledFields } from '../../../domain/written/words.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { OutboxRow, RequestRow } from '../../db/core/schema.ts';
import { readRatingDraft } from '../../db/outbox/rating-draft.ts';
import { findWord } from '../../lib/mark-words.ts';
import { ForWhom } from '../../parts/for-whom.tsx';
import { ofKind } from '../../parts/of-kind.ts';
import { OwnWords, SearchedContext } from '../../parts/own-words.tsx';
import { Unfit } from '../../parts/signed.tsx';
import { SOURCE_LANGUAGE } from '../../state/kept-preferences.ts';
import { classNames } from '../../ui/class-names.ts';
import { Fold } from '../../ui/fold.tsx';
import { Stack } from '../../ui/layout.tsx';
import { useFocusOn } from '../../ui/use-focus-on.ts';
import { findActions } from './citizen-actions.ts';
import { Conversation, type ConversationParts } from './conversation.tsx';
import { DeadlineLines } from './deadline-lines.tsx';
import { OwnRequest } from './own-request.tsx';
import { RatingForm, RatingSection } from './rating-section.tsx';
import type { Thread } from './read-thread.ts';
import { RefusedNotice } from './refused-notice.tsx';
import { ReminderLine } from './reminder.tsx';
import styles from './request-thread.module.css';
import { RequestTimeline } from './request-timeline.tsx';
import { ThreadActions } from './thread-actions.tsx';
import { TurnLine } from './turn-line.tsx';
import { useOpenReply } from './use-open-reply.ts';
import { WithdrawalNotice } from './withdrawal.tsx';

/** Parts of the page that other features draw. */
export interface RequestParts extends ConversationParts {
  renderReason: (entry: OutboxRow) => ReactNode;
  /** The download **Descarregar tudo (ZIP)**. */
  download: ReactNode;
}

interface RequestBodyProps extends RequestParts {
  request: RequestRow;
  thread: Thread;
}

/** The page of a request: its state, the conversation, the request itself, the timeline and the other actions. */
export function RequestBody({ request, thread, renderReason, download, ...parts }: RequestBodyProps) {
  const { prepareEditor } = parts;
  const { t } = useTranslation('thread');
  const timelineId = useId();
  const deadline = measureDeadline(request, thread.today, thread.extraHolidays);
  const reply = useOpenReply(request.id, thread, prepareEditor);
  const actions = findActions(request, thread, deadline, reply.isWriting);
  const isAsked = actions.primary === 'reply';
  const isCorrecting = reply.opened?.purpose === 'correction';
  const { rating, writing, open, close } = useRating(request, thread);
  const isAlone = thread.messages.length + thread.waiting.length === 0;
  const searched = useContext(SearchedContext);
  const isFoundHere = filledFields(request).some(({ text }) => findWord(text, searched) >= 0);

  // Code that came after the press would push the button down that sends the reply.
  useEffect(() => {
    if (isAsked) prepareEditor();
  }, [isAsked, prepareEditor]);

  return (
    <Stack gap={2}>
      {thread.refused.map((action) => (
        <RefusedNotice key={action.command} request={request} action={action} />
      ))}
      <Unfit check={request.receiptCheck} author="citizen" />
      <Unfit check={request.withdrawalCheck} author="citizen" />
      <ReminderLine request={request} today={thread.today} />
      <div>
        <TurnLine request={request} deadline={deadline} thread={thread} />
        {request.onBehalfOf && (
          <p className={styles.muted}>
            <ForWhom person={request.onBehalfOf} />
          </p>
        )}
      </div>
      <div className={classNames(styles.columns, reply.opened && styles.writing)}>
        <Stack gap={4}>
          <Conversation request={request} thread={thread} actions={actions} reply={reply} {...parts}>
            <RatingSection
              request={request}
              rating={actions.mayRate ? rating : null}
              isWaiting={thread.rating !== null}
              writing={writing}
              onOpen={() => void open()}
              onClose={close}
            />
          </Conversation>
        </Stack>
        <div className={styles.aside}>
          {reply.opened && <AskedWords purpose={reply.opened.purpose} messages={thread.messages} />}
          <Fold heading={t('request.heading', ofKind(request.kind))} isOpen={isAlone || isFoundHere}>
            <OwnRequest request={request} messages={thread.messages} />
          </Fold>
          <Fold heading={t('timeline.heading')} headingId={timelineId}>
            {deadline && <DeadlineLines deadline={deadline} />}
            <RequestTimeline request={request} deadline={deadline} headingId={timelineId} />
          </Fold>
        </div>
        <ThreadActions
          request={request}
          today={thread.today}
          extraHolidays={thread.extraHolidays}
          actions={actions}
          mayRate={actions.mayRate && rating === null && writing === null}
          withdrawal={
            thread.withdrawal && (
              <WithdrawalNotice
                request={request}
                entry={thread.withdrawal}
                reason={renderReason(thread.withdrawal)}
              />
            )
          }
          download={download}
          onRate={() => void open()}
          onCorrect={isCorrecting || !actions.mayCorrect ? null : () => void reply.begin('correction')}
        />
      </div>
    </Stack>
  );
}

/** The kind of message that each reply answers. The other purposes are about the request itself, which is shown beside the reply anyway. */
const ANSWERED_PURPOSE: Partial<Record<CitizenPurpose, Message['purpose']>> = {
  reply: 'question',
  followUp: 'answer',
};

/** Shows the office's words beside the reply to them, on screens that have the room. */
function AskedWords({ purpose, messages }: { purpose: CitizenPurpose; messages: readonly Message[] }) {
  const { t } = useTranslation('thread');
  const asked = messages.findLast((message) => message.purpose === ANSWERED_PURPOSE[purpose]);
  if (!asked) return null;
  return (
    <section className={styles.asked}>
      <h2>{t(`messages.purpose.${asked.purpose}`)}</h2>
      <OwnWords text={asked.body} lang={SOURCE_LANGUAGE} />
    </section>
  );
}

/** The given rating and the rating that is being written. */
function useRating(request: RequestRow, thread: Thread) {
  const db = useDatabase();
  const focusOn = useFocusOn();
  const [writing, setWriting] = useState<UnsentRating | null>(null);
  const rating = thread.rating ?? request.rating;
  return {
    rating,
    writing,
    async open() {
      const [kept] = await Promise.all([readRatingDraft(db, request.id), RatingForm.preload()]);
      setWriting(kept ?? rating ?? { helpful: null, comment: '' });
    },
    close(selector: string) {
      setWriting(null);
      focusOn(selector);
    },
  };
}
