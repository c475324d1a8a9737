import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { memo, type ReactNode, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestKind } from '../../../contract/types.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { isTabGuest } from '../../db/core/occupant.ts';
import { DRAFT_STEPS, type DraftStep } from '../../db/core/schema.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { isMemoryOnly } from '../../db/core/storage-trouble.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { noteStepReached } from '../../db/drafts/mark-draft.ts';
import { type DraftScreen, listAddress, SCREEN_ADDRESSES, STEP_ADDRESSES } from '../../parts/addresses.ts';
import { lazyOr } from '../../parts/lazy-part.tsx';
import { ofKind } from '../../parts/of-kind.ts';
import { useDeleteDraft } from '../../parts/use-delete-draft.ts';
import { showNotice } from '../../state/notices.ts';
import { Columns } from '../../ui/beside.tsx';
import { type ErrorItem, ErrorSummary } from '../../ui/error-summary.tsx';
import { Stack } from '../../ui/layout.tsx';
import { Page } from '../../ui/page.tsx';
import { StepList } from '../../ui/step-list.tsx';
import { DraftActions } from './draft-actions.tsx';
import styles from './draft-editor.module.css';
import { previousScreen } from './draft-screens.ts';
import { findDraft } from './find-draft.ts';
import { RoomNotice } from './room-notice.tsx';
import { DraftGoneNotice } from './tab-notices.tsx';

interface DraftStepPageProps {
  draftId: string;
  /** The draft of the address, where the words go on in another one. */
  ofPage?: string;
  step: DraftStep;
  /** The screen within the step, for a step that has two. */
  screen?: DraftScreen;
  /** The kind that the citizen has chosen. Texts call a complaint by its name. */
  kind: RequestKind | null;
  /** Whether the draft existed when the step was opened: nothing of it appears late then. */
  wasKept?: boolean;
  /** The id of the field whose label is the heading. */
  headingFor?: string;
  errors: readonly ErrorItem[];
  /** Grows with each try, so that the same errors take the focus again. */
  tries: number;
  /** Whether the citizen came here by **Alterar** in the summary. */
  returnsToReview?: boolean;
  continueLabel?: string;
  isBusy?: boolean;
  onContinue: () => void;
  /** Saves before the page is left. Resolves to false when the save failed; the page is then not left. */
  onLeave?: () => Promise<boolean>;
  children: ReactNode;
  /** Content below the buttons. It may come late, since it pushes down only the footer. */
  below?: ReactNode;
}

const nothingToSave = () => Promise.resolve(true);

/** Optional, and shown on wide screens only: if its code cannot be fetched, the page works without it. */
const SoFar = lazyOr(
  () => import('./so-far.tsx'),
  'SoFar',
  () => null,
);

/** The parts that the four steps share: the trail, the errors and the buttons. */
export function DraftStepPage(props: DraftStepPageProps) {
  const { draftId, step, screen = step, kind, wasKept = true, headingFor, errors, tries } = props;
  const { ofPage = draftId, returnsToReview = false, isBusy = false } = props;
  const { onContinue, onLeave = nothingToSave, continueLabel, children, below } = props;
  const { t } = useTranslation(['draft', 'common']);
  const db = useDatabase();
  const navigate = useNavigate();
  const deleteDraft = useDeleteDraft();
  const found = useQuery((database) => findDraft(database, draftId), [draftId]);
  const [isLeaving, setIsLeaving] = useState(false);
  const isKept = found ? found.status === 'open' : wasKept;
  const draft = found && 'draft' in found ? found.draft : null;
  const before = previousScreen(screen, draft ?? { kind, aboutRequestId: null, topic: null });

  useEffect(() => {
    void noteStepReached(db, draftId, step).catch(endQuietly);
  }, [db, draftId, step]);

  async function saveAndLeave() {
    const isSaved = await onLeave();
    setIsLeaving(isSaved);
    if (!isSaved) return;
    await navigate({ to: listAddress(db) });
    if (isKept && !isMemoryOnly()) showNotice({ text: t(isTabGuest(db) ? 'keptInTab' : 'kept') });
  }

  async function deleteThis() {
    setIsLeaving(await onLeave());
    await navigate({ to: listAddress(db) });
    await deleteDraft(draftId);
  }

  const context = ofKind(kind);
  const heading = t(`heading.${screen}`, context);
  const page = t('stepTitle', { number: DRAFT_STEPS.indexOf(step) + 1, heading, ...context });
  const title = t('common:pageTitle', { page });
  const hasErrors = errors.length > 0;
  return (
    <Page
      title={hasErrors ? t('common:errorTitle', { title }) : title}
      heading={headingFor ? <label htmlFor={headingFor}>{heading}</label> : heading}
      width="wide"
      hasErrors={hasErrors}
      before={
        <StepTrail
          draftId={draftId}
          step={step}
          reached={draft?.reachedStep ?? step}
          before={returnsToReview ? 'review' : before}
          kind={kind}
        />
      }
    >
      <Columns
        beside={
          step !== 'review' && (
            <Suspense>
              <SoFar draftId={draftId} step={step} />
            </Suspense>
          )
        }
        after={
          <Stack>
            <DraftActions
              nextLabel={found?.status === 'deleted' ? null : (continueLabel ?? t('continue'))}
              closeLabel={t('saveAndLeave')}
              isBusy={isBusy}
              isKept={isKept}
              onNext={onContinue}
              onClose={() => void saveAndLeave()}
              onDelete={() => void deleteThis()}
            />
            {below}
          </Stack>
        }
      >
        <Stack>
          {hasErrors && <ErrorSummary title={t('common:errorSummary')} items={errors} focusKey={tries} />}
          {found && !isLeaving && !isBusy && (
            <DraftGoneNotice {...{ draftId, ofPage, kind }} status={found.status} save={onLeave} />
          )}
          <RoomNotice />
          {children}
        </Stack>
      </Columns>
    </Page>
  );
}

interface StepTrailProps extends Pick<DraftStepPageProps, 'draftId' | 'step' | 'kind'> {
  /** The last step that the citizen has been at. */
  reached: DraftStep;
  /** The screen to which *Voltar* leads; undefined: to the list. */
  before: DraftScreen | undefined;
}

/** The way back and the names of the steps; each step that was reached is a link. It is not drawn anew with each change of the draft. */
const StepTrail = memo(function StepTrail({ draftId, step, reached, before, kind }: StepTrailProps) {
  const { t } = useTranslation('draft');
  const db = useDatabase();
  const here = DRAFT_STEPS.indexOf(step);
  const last = Math.max(here, DRAFT_STEPS.indexOf(reached));
  return (
    <div className={styles.trail}>
      <Link to={before ? SCREEN_ADDRESSES[before] : listAddress(db)} params={{ draftId }}>
        <ArrowLeft size={20} className={styles.back} />
        {t('back')}
      </Link>
      <StepList
        label={t('steps.label', ofKind(kind))}
        steps={DRAFT_STEPS.map((key, index) => {
          const state = index === here ? 'current' : index <= last ? 'reached' : 'ahead';
          const toStep = (name: ReactNode) => (
            <Link to={STEP_ADDRESSES[key]} params={{ draftId }}>
              {name}
            </Link>
          );
          return {
            key,
            label: t(`steps.${key}`),
            state,
            stateText: t(`steps.${state}`),
            render: state === 'reached' ? toStep : undefined,
          };
        })}
      />
    </div>
  );
});
