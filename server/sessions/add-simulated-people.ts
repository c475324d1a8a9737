import { SIMULATED_PEOPLE } from '../../domain/simulator.ts';
import { addCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';

/** Adds the people whom the simulator lets in, and those for whom they may act. Repeatable. */
export async function addSimulatedPeople({ db, seal }: Pick<Context, 'db' | 'seal'>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const person of SIMULATED_PEOPLE) await addCitizen(tx, seal, person);
    const all = SIMULATED_PEOPLE.flatMap(({ id: citizenId, represents }) =>
      represents.map((representedId, place) => ({ citizenId, representedId, place })),
    );
    await tx
      .insertInto('representations')
      .values(all)
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  });
}
