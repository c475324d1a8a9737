import { type Call, worldNow } from './call.ts';
import { playOffice } from './office.ts';
import { orderedKey } from './store.ts';

/** Bounds one transaction; the next call goes on. */
const MOST_STEPS = 500;

/**
 * The clerk has no timer: whoever asks lets it first do what fell due by the world's clock. Only those due are looked
 * at. Answers whether something may be left.
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
