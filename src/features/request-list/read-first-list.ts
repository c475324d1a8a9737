import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { RequestRow } from '../../db/core/schema.ts';
import { listStretch } from '../../db/search/group-stretch.ts';
import type { ListGroup } from '../../domain/request-state.ts';
import { type Overview, readOverview } from './read-overview.ts';
import { CARDS_IN_VIEW } from './request-card.tsx';

export type FirstCards = Record<ListGroup, RequestRow[]>;

/** What the list begins with. */
export interface FirstList {
  /** Whose it is: nobody else is shown it. */
  citizenId: string;
  overview: Overview;
  firstCards: FirstCards;
}

/** Reads at one go what a screen holds of the list, so that it is painted at one go. */
export function readFirstList(db: CitizenDatabase): Promise<FirstList> {
  const tables = [db.outbox, db.drafts, db.attachments, db.counters, db.facts, db.requests];
  return db.transaction('r', tables, async () => {
    const cardsOf = (group: ListGroup) => listStretch(db, group, { after: null, until: null }, CARDS_IN_VIEW);
    const [overview, needsYou, inProgress, finished] = await Promise.all([
      readOverview(db),
      cardsOf('needsYou'),
      cardsOf('inProgress'),
      cardsOf('finished'),
    ]);
    return { citizenId: db.citizenId, overview, firstCards: { needsYou, inProgress, finished } };
  });
}
