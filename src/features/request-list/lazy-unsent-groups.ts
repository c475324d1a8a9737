import type { ComponentType } from 'react';
import { fetchWithoutReload } from '../../lib/fetch-without-reload.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import type { ListSummary } from './list-summary.ts';

type Unsent = Pick<ListSummary, 'waiting' | 'drafts'>;

const load = () => import('./unsent-groups.tsx');

/** Its code comes when something is unsent, which it is on few visits. */
const LazyUnsentGroups = lazyPart(load, 'UnsentGroups');

let prepared: ComponentType<Unsent> | null = null;

export function hasUnsent({ waiting, drafts }: Unsent): boolean {
  return waiting.length + drafts.length > 0;
}

/** Before the list is shown: what came later would push all that is below it down. */
export async function prepareUnsent(summary: Unsent | undefined): Promise<void> {
  if (!summary || !hasUnsent(summary)) return;
  // Where it does not come, the list stands without them and says so.
  const code = await fetchWithoutReload(load).catch(() => null);
  if (code) prepared = code.UnsentGroups;
}

/** Drawn at once where its code is there. */
export function pickUnsentGroups(): ComponentType<Unsent> {
  return prepared ?? LazyUnsentGroups;
}
