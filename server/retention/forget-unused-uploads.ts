import { soonestForgotten } from '../../domain/upload-life.ts';
import { lockIfThere } from '../citizens.ts';
import type { Context } from '../context.ts';
import { forgetOldUploads } from '../uploads/upload-rows.ts';

/** Deletes uploads that nobody will go on with, by the rule that also makes room for a citizen who has none left, and returns how many. */
export async function forgetUnusedUploads({ db, clocks }: Context): Promise<number> {
  const now = clocks.officeNow();
  const citizens = await db
    .selectFrom('uploads')
    .select('citizenId')
    .distinct()
    .where('committed', '=', false)
    .where('touchedAt', '<=', soonestForgotten(now))
    .execute();
  let forgotten = 0;
  for (const { citizenId } of citizens) {
    await db.transaction().execute(async (tx) => {
      await lockIfThere(tx, citizenId);
      forgotten += await forgetOldUploads(tx, citizenId, now);
    });
  }
  return forgotten;
}
