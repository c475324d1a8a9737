import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { askedOf, writtenOf } from '../../../domain/written/asked-words.ts';
import {
  isOptional,
  OPTIONAL_RULES,
  type OptionalField,
  validateWords,
} from '../../../domain/written/rules.ts';
import { type Words, wordsOf } from '../../../domain/written/words.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { useLimits } from '../../db/core/use-limits.ts';
import { Stack } from '../../ui/layout.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useFocusOn } from '../../ui/use-focus-on.ts';
import { CountedTextArea } from './counted-text-area.tsx';
import { useGoOn } from './draft-screens.ts';
import { DraftStepPage } from './draft-step-page.tsx';
import { SavedLine } from './saved-text-area.tsx';
import { SplitNotice } from './tab-notices.tsx';
import { useDraftSaver } from './use-draft-saver.ts';
import { useStepIssues } from './use-step-issues.ts';

interface DetailsStepProps {
  draft: DraftRow;
  returnsToReview: boolean;
  /** The name of the field that takes the focus. */
  field?: string | undefined;
}

/** The second screen of the first step, for a kind that asks for more than the description. The id of each field is its name. */
export function DetailsStep({ draft, returnsToReview, field }: DetailsStepProps) {
  const { t } = useTranslation('draft');
  const { saver, state, putOnDisk } = useDraftSaver(draft.id, draft);
  const limits = useLimits();
  const issues = useStepIssues(draft, 'details');
  const goOn = useGoOn({ screen: 'details', saver, issues, returnsToReview });
  const fields = askedOf(draft.kind).filter(isOptional);
  const words = useRef(wordsOf(draft));
  useFocusOn(field ? `#${field}` : null);

  /**
   * Saves all answers of this screen together, so that another tab's change of one of them is noticed and not overwritten. The text of the first screen is left
   * out.
   */
  function type(changed: OptionalField, text: string) {
    words.current = { ...words.current, [changed]: text };
    const { description, ...details } = writtenOf(words.current);
    saver.change(details);
  }

  return (
    <DraftStepPage
      draftId={state.draftId}
      ofPage={draft.id}
      step="description"
      screen="details"
      kind={draft.kind}
      errors={issues.sentences.map(({ field: wrong, text }) => ({ targetId: wrong, text }))}
      tries={issues.tries}
      returnsToReview={returnsToReview}
      onContinue={() => void goOn(draft, () => validateWords(fields, writtenOf(words.current), limits))}
      onLeave={putOnDisk}
    >
      <SplitNotice state={state} />
      <Stack>
        <p>{t('details.text')}</p>
        <OptionalFields
          fields={fields}
          initial={words.current}
          errorOf={issues.textOf}
          onType={type}
          onBlur={() => void saver.flush()}
        />
        <SavedLine id="details-saved" state={state} savedAt={state.savedAt ?? draft.updatedAt} />
      </Stack>
    </DraftStepPage>
  );
}

/** The height of each field in rows. A field of one row is an input, which does not grow. */
const ROWS: Record<OptionalField, number> = { office: 1, happenedOn: 1, wanted: 4 };

interface OptionalFieldsProps {
  fields: readonly OptionalField[];
  /** The texts at first. They are read once: saved text never flows back into the fields. */
  initial: Words;
  errorOf: (field: OptionalField) => string | undefined;
  onType: (field: OptionalField, text: string) => void;
  onBlur: () => void;
}

/** The optional fields of a kind. The id of each field is its name. */
function OptionalFields({ fields, initial, errorOf, onType, onBlur }: OptionalFieldsProps) {
  const { t } = useTranslation('draft');
  return fields.map((field) => {
    const shared = {
      id: field,
      label: t(`field.${field}`),
      optionalText: t('field.optional'),
      hint: t(`field.${field}Hint`),
      error: errorOf(field),
      onBlur,
    };
    return ROWS[field] === 1 ? (
      <TextField
        key={field}
        {...shared}
        defaultValue={initial[field]}
        dir="auto"
        onChange={(event) => onType(field, event.currentTarget.value)}
      />
    ) : (
      <CountedTextArea
        key={field}
        {...shared}
        initialText={initial[field]}
        rows={ROWS[field]}
        maxGraphemes={OPTIONAL_RULES[field].maxGraphemes}
        onType={(text) => onType(field, text)}
      />
    );
  });
}
