import { liveQuery } from 'dexie';
import i18next from 'i18next';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { isCitizen } from '../../db/core/occupant.ts';
import { type Arrived, hasArrivals, takeArrived } from '../../db/requests/arrivals.ts';
import { type NewNotice, showNotice, useNotices } from '../../state/notices.ts';
import type { SessionScope } from '../session/session-scope.ts';

export interface ArrivalOptions {
  scope: SessionScope;
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
  /** Whether the page of a request stands before the citizen: it tells by itself. */
  isShown: (requestId: string) => boolean;
}

/** Tells of each request that arrives while the citizen is elsewhere, once, in a tab that is being looked at; until told to stop. */
export function tellArrivals({ scope, page, isShown }: ArrivalOptions): () => void {
  let told: Arrived[] = [];
  let text = '';

  async function tell(db: CitizenDatabase): Promise<void> {
    if (page.visibilityState !== 'visible') return;
    const arrived = (await takeArrived(db)).filter(({ id }) => !isShown(id));
    if (arrived.length === 0) return;
    await i18next.loadNamespaces('sync');
    if (scope.database() !== db) return;
    const isStanding = useNotices.getState().notice?.text === text;
    told = isStanding ? [...told, ...arrived] : arrived;
    const notice = noticeOf(told);
    text = notice.text;
    showNotice(notice);
  }

  function follow(): () => void {
    const db = scope.database();
    if (!db || !isCitizen(db)) return () => undefined;
    const onVisibility = () => void tell(db);
    const subscription = liveQuery(() => hasArrivals(db)).subscribe((has) => {
      if (has) void tell(db);
    });
    page.addEventListener('visibilitychange', onVisibility);
    return () => {
      subscription.unsubscribe();
      page.removeEventListener('visibilitychange', onVisibility);
    };
  }

  let stopCitizen = follow();
  const stopScope = scope.subscribe(() => {
    stopCitizen();
    stopCitizen = follow();
  });
  return () => {
    stopScope();
    stopCitizen();
  };
}

function noticeOf(arrived: Arrived[]): NewNotice {
  const t = i18next.getFixedT(null, 'sync');
  const [first, ...others] = arrived;
  if (first && others.length === 0) {
    const { id, reference } = first;
    const link = { label: t('arrived.open'), requestId: id };
    return { text: t('arrived.one', { reference }), whole: reference, link };
  }
  const references = arrived.map(({ reference }) => reference).join(', ');
  const text = t('arrived.several', { count: arrived.length, references });
  return { text, link: { label: t('arrived.openAll'), requestId: null } };
}
