import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { filledFields } from '../../../domain/written/words.ts';
import { firstWords } from '../../../shared/first-words.ts';
import { formatDateTime } from '../../../shared/format-date.ts';
import type { DraftRow } from '../../db/core/schema.ts';

const NAME_GRAPHEMES = 70;
/** The number of drafts shown at a time, newest first. */
const SHOWN_AT_ONCE = 8;

/** Returns the open drafts as choices. `showMore` is null once all are shown. */
export function useDraftOptions(drafts: readonly DraftRow[]) {
  const { t, i18n } = useTranslation('share');
  const [shown, setShown] = useState(SHOWN_AT_ONCE);
  const options = drafts.slice(0, shown).map((draft) => {
    const [first] = filledFields(draft);
    const name = first ? `«${firstWords(first.text, NAME_GRAPHEMES)}»` : t('noWords');
    const moment = formatDateTime(draft.updatedAt, i18n.language);
    return {
      value: draft.id,
      label: draft.replyTo ? t('reply', { name }) : name,
      hint: t('changedAt', { moment }),
    };
  });
  const showMore = drafts.length > shown ? () => setShown(shown + SHOWN_AT_ONCE) : null;
  return { options, showMore };
}
