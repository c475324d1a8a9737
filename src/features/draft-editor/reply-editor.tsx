import { type ReactNode, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenPurpose, ReplyTarget } from '../../contract/types.ts';
import { useQuery } from '../../db/core/database-context.ts';
import { readLimits } from '../../db/core/metadata.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Stack } from '../../ui/stack.tsx';
import { findReply } from './find-reply.ts';
import { ReplyActions } from './reply-actions.tsx';
import { ReplyChangedNotice } from './reply-changed-notice.tsx';
import { ReplyField } from './reply-field.tsx';
import { ReplyNotices } from './reply-notices.tsx';
import { useDraftSaver } from './use-draft-saver.ts';
import type { SayableIssue } from './use-issue-sentence.ts';
import { useReplyIssues } from './use-reply-issues.ts';
import { useReplyText } from './use-reply-text.ts';
import { useSendReply } from './use-send-reply.ts';

interface ReplyFilesSlot {
  draftId: string;
  errors: readonly string[];
  onIssues: (issues: readonly SayableIssue[]) => void;
  onReading: (isReading: boolean) => void;
}

export interface ReplyEditorProps {
  draftId: string;
  /** As it was when it was opened; undefined for a new one. Never read again. */
  draft: DraftRow | undefined;
  target: ReplyTarget;
  /** What a message written now would be; null: none is taken. */
  fits: CitizenPurpose | null;
  /** The browser's own word for it. */
  isOffline: boolean;
  /** Opened by a press, and not because the page found it begun. */
  takesFocus: boolean;
  /** The picker of files. */
  renderFiles: (files: ReplyFilesSlot) => ReactNode;
  onSubmitted: (draftId: string) => void;
  /** *Guardar e fechar*. */
  onClose: (draftId: string) => void;
  onDelete: (draftId: string) => void;
}

const FIELD_ID = 'reply-text';

/** A message to the office, written below the others: saved, kept and sent like a request. */
export function ReplyEditor(props: ReplyEditorProps) {
  const { draftId, draft, target, fits, takesFocus, renderFiles, onSubmitted } = props;
  const { t } = useTranslation(['draft', 'common']);
  const { saver, state } = useDraftSaver(draftId, draft);
  const issues = useReplyIssues(draft);
  const limits = useQuery(readLimits) ?? DEFAULT_LIMITS;
  const found = useQuery((db) => findReply(db, state.draftId), [state.draftId]);
  const [purpose, setPurpose] = useState(draft?.replyTo?.purpose ?? target.purpose);
  const [isReading, setIsReading] = useState(false);
  const { text, type, turnInto } = useReplyText(saver, draft, { ...target, purpose });
  const { status, send } = useSendReply({ saver, issues, text, limits, onSubmitted });

  // Together with the field: who begins to type at once must not be typing beside it.
  useLayoutEffect(() => {
    if (takesFocus) document.getElementById(FIELD_ID)?.focus();
  }, [takesFocus]);

  function changePurpose(next: CitizenPurpose) {
    setPurpose(next);
    turnInto(next);
    // The button that was pressed goes with its notice.
    document.getElementById(FIELD_ID)?.focus();
  }

  async function leave(go: (draftId: string) => void) {
    const saved = await saver.flush();
    if (saved.status !== 'failing') go(saved.draftId);
  }

  const savedAt = state.savedAt ?? draft?.updatedAt;
  return (
    <section aria-labelledby="reply-heading">
      <h2 id="reply-heading">{t(`reply.heading.${purpose}`)}</h2>
      <Stack gap={3}>
        {issues.items.length > 0 && (
          <ErrorSummary title={t('common:errorSummary')} items={issues.items} focusKey={issues.tries} />
        )}
        <ReplyField
          id={FIELD_ID}
          purpose={purpose}
          initialText={draft?.description ?? ''}
          maxGraphemes={limits.descriptionMaxGraphemes}
          error={issues.textsOf(FIELD_ID)[0]}
          saved={savedAt ? { state, at: savedAt } : null}
          onType={type}
          onBlur={() => void saver.flush()}
        />
        {/* Below the field: what comes while somebody types must not push away what they type in. */}
        <ReplyNotices
          state={state}
          draftId={draftId}
          found={found}
          wasRefused={draft?.refusal != null && issues.tries === 0}
          isOffline={props.isOffline}
          status={status}
        />
        <ReplyChangedNotice purpose={purpose} fits={fits} onChange={changePurpose} />
        {renderFiles({
          draftId: state.draftId,
          errors: issues.textsOf('choose-files'),
          onIssues: issues.show,
          onReading: setIsReading,
        })}
        <ReplyActions
          sendLabel={purpose === fits ? t(`reply.send.${purpose}`) : null}
          isBusy={status === 'sending' || isReading}
          isKept={found ? found.status === 'open' : draft !== undefined}
          onSend={() => void send()}
          onClose={() => void leave(props.onClose)}
          onDelete={() => void leave(props.onDelete)}
        />
      </Stack>
    </section>
  );
}
