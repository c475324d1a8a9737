import { useTranslation } from 'react-i18next';
import { filledFields } from '../../domain/written/words.ts';
import { firstWords } from '../../shared/first-words.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import type { DraftRow } from '../db/core/schema.ts';

const NAME_GRAPHEMES = 60;

/** The most drafts that are named; the others are only counted. */
const MOST_NAMED = 5;

/** A list of drafts, each named by its first words and the time of its last change. */
export function NamedDrafts({ drafts }: { drafts: readonly DraftRow[] }) {
  const { t, i18n } = useTranslation('session');
  const others = drafts.length - MOST_NAMED;
  return (
    <ul>
      {drafts.slice(0, MOST_NAMED).map((draft) => {
        const [first] = filledFields(draft);
        return (
          <li key={draft.id}>
            <bdi>{first ? `«${firstWords(first.text, NAME_GRAPHEMES)}»` : t('named.noWords')}</bdi>
            {', '}
            {formatDateTime(draft.updatedAt, i18n.language)}
          </li>
        );
      })}
      {others > 0 && <li>{t('named.others', { count: others })}</li>}
    </ul>
  );
}
