import { liveQuery } from 'dexie';
import i18next from 'i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { CurrentDatabase } from '../../db/core/database-context.ts';
import { isCitizen } from '../../db/core/occupant.ts';
import { endQuietly } from '../../db/core/storage-errors.ts';
import { type Arrived, hasOutcomes, takeOutcomes } from '../../db/outbox/outcomes.ts';
import { fetchWords } from '../../lib/fetch-words.ts';
import { type NewNotice, showNotice, useNotices } from '../../state/notices.ts';
import { followCurrent } from '../session/follow-current.ts';

export interface OutcomeOptions {
  current: CurrentDatabase;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  /** Whether the citizen sees the page of a request, or of the draft that it was: that page tells the outcome by itself. */
  isShown: (requestId: string) => boolean;
}

/** Shows a notice, once and in a tab that is looked at, when a request whose page is not shown arrives or is refused. Returns the function that stops it. */
export function tellOutcomes({ current, page, isShown }: OutcomeOptions): () => void {
  let told: Arrived[] = [];
  let text = '';

  async function tell(db: CitizenDatabase): Promise<void> {
    // What cannot be said yet stays untold, until the citizen looks at this page anew.
    const canSay = await fetchWords('sync').then(
      () => true,
      () => false,
    );
    if (!canSay || page.visibilityState !== 'visible' || current.database() !== db) return;
    const outcomes = await takeOutcomes(db);
    const arrived = outcomes.arrived.filter(({ id }) => !isShown(id));
    const refused = outcomes.refused.filter((id) => !isShown(id));
    if (arrived.length + refused.length === 0) return;
    if (current.database() !== db) return;
    if (arrived.length > 0) tellArrived(arrived);
    // This notice takes the place of the other, because it asks the citizen for something.
    if (refused.length > 0) showNotice(noticeOfRefused(refused));
  }

  function tellArrived(arrived: Arrived[]): void {
    const isStanding = useNotices.getState().notice?.text === text;
    told = isStanding ? [...told, ...arrived] : arrived;
    const notice = noticeOfArrived(told);
    text = notice.text;
    showNotice(notice);
  }

  return followCurrent(current, (db) => {
    if (!isCitizen(db)) return undefined;
    const tellNow = () => void tell(db).catch(endQuietly);
    const subscription = liveQuery(() => hasOutcomes(db)).subscribe((has) => {
      if (has) tellNow();
    });
    page.addEventListener('visibilitychange', tellNow);
    return () => {
      subscription.unsubscribe();
      page.removeEventListener('visibilitychange', tellNow);
    };
  });
}

function noticeOfArrived(arrived: Arrived[]): NewNotice {
  const t = i18next.getFixedT(null, 'sync');
  const [first, ...others] = arrived;
  if (first && others.length === 0) {
    const { id, reference, kind: context } = first;
    const link = { label: t('arrived.open', { context }), requestId: id };
    return { text: t('arrived.one', { context, reference }), link };
  }
  const references = arrived.map(({ reference }) => reference).join(', ');
  const text = t('arrived.several', { count: arrived.length, references });
  return { text, link: { label: t('arrived.openAll'), requestId: null } };
}

function noticeOfRefused(requestIds: string[]): NewNotice {
  const t = i18next.getFixedT(null, 'sync');
  const politeness = 'assertive';
  const [requestId = null, ...others] = requestIds;
  if (others.length === 0) {
    return { text: t('refused.one'), politeness, link: { label: t('refused.open'), requestId } };
  }
  return { text: t('refused.several'), politeness, link: { label: t('arrived.openAll'), requestId: null } };
}
