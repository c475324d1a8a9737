import { push } from './push.ts';
import { pushDrafts } from './push-drafts.ts';
import type { SyncContext } from './sync-context.ts';

/** Everything that goes out; loaded when there is something to send. The caller holds the citizen's lock. */
export async function sendAll(context: SyncContext): Promise<void> {
  await push(context);
  await pushDrafts(context);
}
