import { lazyRouteComponent } from '@tanstack/react-router';
import type { ListSummary } from './list-summary.ts';

/** Its code comes when something is unsent, which it is on few visits. */
export const LazyUnsentGroups = lazyRouteComponent(() => import('./unsent-groups.tsx'), 'UnsentGroups');

export function hasUnsent({ waiting, drafts }: Pick<ListSummary, 'waiting' | 'drafts'>): boolean {
  return waiting.length + drafts.length > 0;
}

/** Before the list is shown: what came later would push all that is below it down. */
export async function prepareUnsent(summary: ListSummary | undefined): Promise<void> {
  if (summary && hasUnsent(summary)) await LazyUnsentGroups.preload?.();
}
