import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OnBehalfOf, RequestKind } from '../../../contract/types.ts';
import { proposeKind } from '../../../domain/propose-kind.ts';
import { isBlank } from '../../../domain/written/words.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { readProfile } from '../../db/core/metadata.ts';
import { isGuest } from '../../db/core/occupant.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { useLimits } from '../../db/core/use-limits.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { lazyOr } from '../../parts/lazy-part.tsx';
import { useLastingChange } from '../../parts/use-lasting-change.ts';
import { WritingForOthers } from '../../parts/writing-for-others.tsx';
import { Stack } from '../../ui/layout.tsx';
import { useFocusOn } from '../../ui/use-focus-on.ts';
import { AboutField, KindField, OnBehalfField } from './choice-fields.tsx';
import { findIssues } from './description-issues.ts';
import { useGoOn } from './draft-screens.ts';
import { DraftStepPage } from './draft-step-page.tsx';
import { SavedTextArea } from './saved-text-area.tsx';
import { SplitNotice } from './tab-notices.tsx';
import { useDraftSaver } from './use-draft-saver.ts';
import { usePausedText } from './use-paused-text.ts';
import { useStepIssues } from './use-step-issues.ts';
import { usePrompts, WritingPrompts, withoutLines } from './writing-prompts.tsx';

interface DescriptionStepProps {
  draftId: string;
  /** The draft as it was when the page was opened; undefined for a new one. It is not read again. */
  draft: DraftRow | undefined;
  returnsToReview: boolean;
  /** The name of the field that takes the focus. */
  field?: string | undefined;
}

const ON_BEHALF_ID = 'on-behalf-of';

const openAboutFields = new Map<string, (requestId: string | null) => void>();

/** The least length of a text that is compared with earlier requests; shorter texts tell too little. */
const TELLING_UNITS = 15;

const withoutIt = () => null;
/** Optional: if its code cannot be fetched, the page works without it. */
const AskedAlready = lazyOr(() => import('./asked-already.tsx'), 'AskedAlready', withoutIt);

/** The first step of a draft. (Only a complaint has a second screen in this step.) The id of each field but **Em nome de** is the field's name. */
export function DescriptionStep({ draftId, draft, returnsToReview, field }: DescriptionStepProps) {
  const { t } = useTranslation('draft');
  const db = useDatabase();
  const { saver, state, putOnDisk } = useDraftSaver(draftId, draft);
  const limits = useLimits();
  const profile = useQuery(readProfile) ?? null;
  const [chosenKind, setKind] = useState(draft?.kind ?? null);
  const headings = usePrompts().map(({ line }) => line);
  const proposeFor = (text: string) => proposeKind(withoutLines(text, headings));
  const issues = useStepIssues(draft, 'description', chosenKind);
  const goOn = useGoOn({ screen: 'description', saver, issues, returnsToReview });
  const [proposedKind, setProposedKind] = useState(() => proposeFor(draft?.description ?? ''));
  const kind = chosenKind ?? proposedKind;
  const [aboutRequestId, setAboutRequestId] = useState(draft?.aboutRequestId ?? null);
  const [onBehalfOf, setOnBehalfOf] = useState(draft?.onBehalfOf ?? null);
  const description = useRef(draft?.description ?? '');
  const [isBegunEmpty] = useState(() => isBlank(description.current));
  const [pausedText, notePause] = usePausedText(description.current);
  const focusOn = useFocusOn(field ? selectorOf(field, chosenKind) : null);

  function type(text: string) {
    description.current = text;
    saver.change({ description: text });
    setProposedKind(proposeFor(text));
    notePause(text);
  }

  function chooseKind(next: RequestKind) {
    setKind(next);
    saver.choose({ kind: next });
  }

  function changeAbout(next: string | null) {
    setAboutRequestId(next);
    saver.choose({ aboutRequestId: next });
    // The button that was pressed goes: **Retirar** with the field, and **Desfazer** with its notice.
    focusOn(selectorOf(next === null ? 'description' : 'aboutRequestId', chosenKind));
  }

  const changeAboutLater = useLastingChange(openAboutFields, draftId, changeAbout);

  function chooseOnBehalfOf(next: OnBehalfOf | null) {
    setOnBehalfOf(next);
    saver.choose({ onBehalfOf: next });
  }

  const mayNotChoose = isGuest(db) || (profile?.representations.length === 0 && !draft?.onBehalfOf);

  // Citizens who complain or name an earlier request know of that request. A guest has no requests.
  const asksAnew =
    kind !== 'complaint' && !aboutRequestId && pausedText.length >= TELLING_UNITS && !isGuest(db);

  function onContinue() {
    if (kind && kind !== chosenKind) chooseKind(kind);
    void goOn({ kind, aboutRequestId, topic: draft?.topic ?? null }, () => {
      const text = description.current;
      const words = isBlank(withoutLines(text, headings)) ? '' : text;
      return findIssues({ kind, onBehalfOf, description: words }, limits, profile);
    });
  }

  return (
    <DraftStepPage
      draftId={state.draftId}
      ofPage={draftId}
      step="description"
      kind={chosenKind}
      wasKept={draft !== undefined}
      headingFor="description"
      errors={issues.sentences.map(({ field, text }) => ({
        targetId: field === 'onBehalfOf' ? ON_BEHALF_ID : field,
        text,
      }))}
      tries={issues.tries}
      returnsToReview={returnsToReview}
      onContinue={onContinue}
      onLeave={putOnDisk}
      below={
        <>
          {mayNotChoose && <WritingForOthers isGuest={isGuest(db)} />}
          {asksAnew && (
            <Suspense>
              <AskedAlready text={pausedText} personId={onBehalfOf?.id ?? null} />
            </Suspense>
          )}
        </>
      }
    >
      <SplitNotice state={state} />
      <Stack>
        <SavedTextArea
          id="description"
          label={null}
          hint={t('description.hint')}
          help={isBegunEmpty && <WritingPrompts />}
          note={t('description.note')}
          initialText={description.current}
          maxGraphemes={limits.descriptionMaxGraphemes}
          error={issues.textOf('description')}
          state={state}
          openedAt={draft?.updatedAt}
          onType={type}
          onBlur={() => void saver.flush()}
        />
        {aboutRequestId && (
          <AboutField
            requestId={aboutRequestId}
            error={issues.textOf('aboutRequestId')}
            onChange={changeAboutLater}
          />
        )}
        <KindField
          value={kind}
          isProposed={chosenKind === null}
          error={issues.textOf('kind')}
          complaintWorkingDays={limits.complaintWorkingDays}
          onChange={chooseKind}
        />
        <OnBehalfField
          id={ON_BEHALF_ID}
          profile={profile}
          value={onBehalfOf}
          error={issues.textOf('onBehalfOf')}
          onChange={chooseOnBehalfOf}
        />
      </Stack>
    </DraftStepPage>
  );
}

/** Returns the selector of the element that takes the focus; in a group of radio buttons that is the chosen one. */
function selectorOf(field: string, kind: RequestKind | null): string {
  if (field === 'onBehalfOf') return `#${ON_BEHALF_ID}`;
  if (field === 'kind') return kind ? '#kind :checked' : '#kind input';
  return field === 'aboutRequestId' ? '#aboutRequestId button' : `#${field}`;
}
