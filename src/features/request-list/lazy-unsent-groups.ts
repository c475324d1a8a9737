import { type ComponentType, lazy } from 'react';
import type { ListSummary } from './list-summary.ts';

type Unsent = Pick<ListSummary, 'waiting' | 'drafts'>;

const load = async () => (await import('./unsent-groups.tsx')).UnsentGroups;

/** Its code comes when something is unsent, which it is on few visits. */
const LazyUnsentGroups = lazy(async () => ({ default: await load() }));

let prepared: ComponentType<Unsent> | null = null;

export function hasUnsent({ waiting, drafts }: Unsent): boolean {
  return waiting.length + drafts.length > 0;
}

/** Before the list is shown: what came later would push all that is below it down. */
export async function prepareUnsent(summary: Unsent | undefined): Promise<void> {
  if (summary && hasUnsent(summary)) prepared = await load();
}

/** Drawn at once where its code is there. */
export function pickUnsentGroups(): ComponentType<Unsent> {
  return prepared ?? LazyUnsentGroups;
}
