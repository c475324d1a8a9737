import { type ReactNode, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenPurpose } from '../../../contract/types.ts';
import { validateDescription } from '../../../domain/written/rules.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { useLimits } from '../../db/core/use-limits.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { submitDraft } from '../../db/outbox/submit-draft.ts';
import type { EditedReply } from '../../parts/edited-reply.ts';
import { CHOOSE_FILES_ID } from '../../parts/file-issues.ts';
import { useNoteErrors } from '../../parts/note-errors.ts';
import { OfflineNotice } from '../../parts/offline-notice.tsx';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { DraftActions } from './draft-actions.tsx';
import { findDraft } from './find-draft.ts';
import { SavedTextArea } from './saved-text-area.tsx';
import { NewsNotice, RestoreButton } from './tab-notices.tsx';
import { useDraftSaver } from './use-draft-saver.ts';
import { useReplyText } from './use-reply-text.ts';
import { NOT_ALLOWED, type SayableIssue, useStepIssues } from './use-step-issues.ts';

interface ReplyEditorProps extends EditedReply {
  /** Draws the picker of attachments. */
  renderFiles: (files: {
    draftId: string;
    errors: readonly string[];
    onIssues: (issues: readonly SayableIssue[]) => void;
    onReading: (isReading: boolean) => void;
  }) => ReactNode;
}

const FIELD_ID = 'reply-text';
/** The issue of a correction that changes nothing. */
const UNCHANGED: SayableIssue = { field: 'description', code: 'correctionUnchanged' };

/** The editor of a message to the office, below the other messages. The message is saved, kept and sent like a request. */
export function ReplyEditor(props: ReplyEditorProps) {
  const { draftId, draft, target, firstText, fits, takesFocus, renderFiles, onSubmit, onSubmitted } = props;
  const { t } = useTranslation(['draft', 'common']);
  const db = useDatabase();
  const { saver, state } = useDraftSaver(draftId, draft);
  const limits = useLimits();
  const found = useQuery((open) => findDraft(open, state.draftId), [state.draftId])?.status;
  const ofPage = useQuery((open) => findDraft(open, draftId), [draftId])?.status;
  const [purpose, setPurpose] = useState(draft?.replyTo?.purpose ?? target.purpose);
  const issues = useStepIssues(draft, 'reply', undefined, purpose);
  const [isReading, setIsReading] = useState(false);
  const { text, type, turnInto } = useReplyText(saver, draft, { ...target, purpose }, firstText);
  const isFitting = purpose === 'correction' ? props.mayCorrect : purpose === fits;
  const { status, start } = useOnce(send);

  // A layout effect: a later effect would miss the first keys of a citizen who types at once.
  useLayoutEffect(() => {
    if (takesFocus) document.getElementById(FIELD_ID)?.focus();
  }, [takesFocus]);

  const hasErrors = issues.sentences.length > 0;
  useNoteErrors(hasErrors);

  function changePurpose(next: CitizenPurpose) {
    setPurpose(next);
    turnInto(next);
    // The button that was pressed is removed together with its notice.
    document.getElementById(FIELD_ID)?.focus();
  }

  async function close() {
    const saved = await saver.flush();
    if (saved.status !== 'failing') props.onClose(saved.draftId);
  }

  async function deleteThis() {
    const saved = await saver.flush();
    props.onDelete(saved.draftId);
  }

  async function send(): Promise<boolean> {
    const saved = await saver.flush();
    const isUnchanged = purpose === 'correction' && text.current === firstText;
    const wrong: SayableIssue[] = isUnchanged ? [UNCHANGED] : validateDescription(text.current, limits);
    if (wrong.length > 0) issues.show(wrong);
    // Words that are not on disk are not sent; the saved line says so.
    const isOnDisk = saved.status === 'saved' || saved.status === 'opened';
    if (wrong.length > 0 || !isOnDisk) return false;
    onSubmit(saved.draftId);
    const result = await submitDraft(db, saved.draftId, new Date());
    if (result.ok) onSubmitted(saved.draftId);
    else onSubmit(null);
    issues.show(result.ok ? [] : result.error);
    return result.ok;
  }

  /** Returns what another tab did to the same reply, for the notice about it. The words of the other tab, if any, stand below as a second draft. */
  function chooseNews() {
    if (found === 'deleted') return 'deleted';
    if ([ofPage, found].includes('submitted') && status === 'ready') return 'submitted';
    return state.otherDraftId !== null || state.draftId !== draftId ? 'split' : null;
  }

  const news = chooseNews();
  // While the reply is being submitted the editor stays as it is, so that no button moves under the finger.
  const isOnItsWay = found === 'submitted' && status !== 'ready';
  const isKept = found === undefined ? draft !== undefined : found === 'open' || isOnItsWay;
  const errors = issues.sentences.map(({ field, text }) => ({
    targetId: field === 'attachments' ? CHOOSE_FILES_ID : FIELD_ID,
    text,
  }));
  const mayNot = draft?.refusal?.issues.some(({ code }) => code === NOT_ALLOWED);
  return (
    <section aria-labelledby="reply-heading">
      <h2 id="reply-heading">{t(`reply.heading.${purpose}`)}</h2>
      <Stack>
        {hasErrors && (
          <ErrorSummary title={t('common:errorSummary')} items={errors} focusKey={issues.tries} />
        )}
        <SavedTextArea
          id={FIELD_ID}
          label={t(`reply.label.${purpose}`)}
          hint={t(purpose === 'correction' ? 'reply.hintCorrection' : 'reply.hint')}
          initialText={draft?.description || firstText}
          maxGraphemes={limits.descriptionMaxGraphemes}
          error={errors.find(({ targetId }) => targetId === FIELD_ID)?.text}
          state={state}
          openedAt={draft?.updatedAt}
          onType={type}
          onBlur={() => void saver.flush()}
        />
        {/* The notices are below the field: a notice that appears while the citizen types must not push the field away. */}
        {draft?.refusal && !draft.refusal.isMended && issues.tries === 0 && (
          <Notice tone="danger" title={t('reply.refused')}>
            <p>{t(mayNot ? 'reply.notAllowed' : 'reply.refusedText')}</p>
          </Notice>
        )}
        {news && (
          <NewsNotice title={t(`reply.${news}.title`)}>
            <p>{t(`reply.${news}.text`)}</p>
            {news === 'deleted' && <RestoreButton draftId={state.draftId} save={saver.flush} />}
          </NewsNotice>
        )}
        {status === 'failed' && <Alert title={t('reply.notSent')} />}
        {!isFitting && (
          <NewsNotice title={t('reply.changed.title')}>
            <p>{t(fits ? `reply.changed.fits.${fits}` : 'reply.changed.none')}</p>
            {fits && (
              <Button variant="secondary" type="button" onClick={() => changePurpose(fits)}>
                {t(`reply.changed.change.${fits}`)}
              </Button>
            )}
          </NewsNotice>
        )}
        {renderFiles({
          draftId: state.draftId,
          errors: issues.textsOf('attachments'),
          onIssues: issues.show,
          onReading: setIsReading,
        })}
        <DraftActions
          nextLabel={isFitting && news !== 'deleted' ? t(`reply.send.${purpose}`) : null}
          closeLabel={t(isKept ? 'reply.saveAndClose' : 'reply.close')}
          isBusy={status === 'running' || isReading}
          isKept={isKept}
          onNext={() => void start()}
          onClose={() => void close()}
          onDelete={() => void deleteThis()}
        />
        <OfflineNotice text={t('reply.offline')} />
      </Stack>
    </section>
  );
}
