import type { ComponentType } from 'react';
import { fetchWithoutReload } from '../../lib/fetch-without-reload.ts';
import { lazyPart } from '../../parts/lazy-part.tsx';
import type { ListSummary } from './list-summary.ts';

type Unsent = Pick<ListSummary, 'waiting' | 'drafts'>;

const load = () => import('./unsent-groups.tsx');

/** The code is loaded only when something is unsent, as on few visits. */
const LazyUnsentGroups = lazyPart(load, 'UnsentGroups');

let prepared: ComponentType<Unsent> | null = null;

export function hasUnsent({ waiting, drafts }: Unsent): boolean {
  return waiting.length + drafts.length > 0;
}

/** Loads the code before the list is drawn: groups that come later would push the others down. */
export async function prepareUnsent(summary: Unsent | undefined): Promise<void> {
  if (!summary || !hasUnsent(summary)) return;
  // Where it does not come, the list stands without them and says so.
  const code = await fetchWithoutReload(load).catch(() => null);
  if (code) prepared = code.UnsentGroups;
}

/** The component itself where its code is loaded, so that it is drawn at once; else its lazy one. */
export function pickUnsentGroups(): ComponentType<Unsent> {
  return prepared ?? LazyUnsentGroups;
}
