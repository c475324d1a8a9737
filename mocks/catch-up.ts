import { type Call, worldNow } from './call.ts';
import { playOffice } from './office.ts';
import { orderedKey } from './store.ts';

/** The most steps of one transaction; the next call does the rest. */
const MOST_STEPS = 500;

/**
 * Does what fell due by the world's clock. The clerk has no timer, so each call first lets it catch up. Reads only what is due. Returns whether something may
 * be left.
 */
export async function catchUp(call: Call): Promise<boolean> {
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const [first] = await call.tx.range('due', {
      after: '',
      before: orderedKey(worldNow(call) + 1),
      limit: 1,
    });
    if (!first) return false;
    const row = await call.tx.get('requests', first.value);
    if (row?.next) await playOffice(call, row, row.next.action, row.next.at);
    else await call.tx.remove('due', first.key);
  }
  return true;
}
