import type { Context } from '../context.ts';
import type { Tx } from '../db/schema.ts';
import { addJob } from '../jobs/add-job.ts';
import type { Jobs } from '../jobs/job-names.ts';
import { writeAbout } from '../write-for.ts';
import { actWithin } from './act.ts';
import { judgeAct } from './judge-act.ts';
import { readUnsentFiles } from './office-uploads.ts';
import { findOnItsWay, takeDue } from './sending.ts';
import { isStillTheirs } from './still-theirs.ts';
import { HALF_WRITTEN } from './stop-sending.ts';
import { keepUnsent, type Unsent, withDestination } from './unsent.ts';

/**
 * Does an act that was on its way and was not taken back. One transaction takes it off its way and does it: a clerk who takes it back meanwhile waits for the
 * end of the transaction, and then finds nothing.
 */
export async function sendOfficeAct(context: Context, payload: Jobs['sendOfficeAct']): Promise<void> {
  const { db, clocks, limits } = context;
  const { citizenId, requestId: id, key } = payload;
  const found = await findOnItsWay(db, { citizenId, id });
  if (found?.key !== key) return;
  // These are read before the transaction: the embedded database has one connection.
  const files = await readUnsentFiles(db, { citizenId, id }, found.files);
  const said = await withDestination(db, found.words);
  const sign = await context.keyring.signer();
  await writeAbout(context, citizenId, async (tx) => {
    const taken = await takeDue(tx, { citizenId, id }, key, clocks.now());
    if (!taken) return waitLonger(tx, payload);
    const { action, seenMoves, userName } = taken;
    const stop = (stopped: Unsent['stopped']) =>
      keepUnsent(tx, { citizenId, id }, taken, { ...HALF_WRITTEN, keptAt: taken.keptAt, stopped });
    if (!(await isStillTheirs(tx, { citizenId, id }, userName))) return stop('by-operator');
    const by = `clerk ${userName}`;
    const act = { ...said, action, files, seenMoves, key, by, atMs: clocks.officeNow() };
    // The service to which the request was to go may have been removed.
    const isFit = judgeAct(act, limits).length === 0;
    const acted = isFit ? await actWithin(context, tx, { citizenId, id }, act, sign) : 'changed';
    // The words stand before their clerk again, with the reason.
    if (acted !== 'done') await stop(acted);
  });
}

/**
 * The job was due and its act is not: the clock has stepped back in between, or the act was taken back and sent again. This job ends here, so another one is
 * added for the act.
 */
async function waitLonger(tx: Tx, payload: Jobs['sendOfficeAct']): Promise<void> {
  const { citizenId, requestId: id, key } = payload;
  const waiting = await findOnItsWay(tx, { citizenId, id });
  if (waiting?.key !== key || waiting.sendsAt === null) return;
  await addJob(tx, { name: 'sendOfficeAct', payload, dueAt: waiting.sendsAt });
}
