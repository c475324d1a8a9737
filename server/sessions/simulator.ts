import { judgeSimulatedCode, SIMULATED_PEOPLE, simulatedNiss } from '../../domain/simulator.ts';
import { addCitizen } from '../citizens.ts';
import type { Context } from '../context.ts';
import type { SignInWays } from './sign-in-ways.ts';

const PASSWORDS = new Map(SIMULATED_PEOPLE.map(({ id, password }) => [id, password]));

/** Lets anybody sign in as any of the made-up people, for trying. Nothing is sent to anyone. */
export function createSimulator(basePath: string): SignInWays {
  return {
    password: {
      isPasswordRight: async (_db, citizenId, password) =>
        citizenId !== undefined && PASSWORDS.get(citizenId) === password,
      newCode: () => '',
      sendCode: async () => {},
      judgeCode: judgeSimulatedCode,
      keeping: null,
    },
    provider: {
      begin: async (state) => ({ authorizeUrl: `${basePath}/demo/cmd?state=${state}`, kept: '' }),
      async confirm({ code }) {
        const niss = simulatedNiss(code);
        const person = SIMULATED_PEOPLE.find((each) => each.niss === niss);
        return person ? { niss: person.niss, name: person.name, email: null } : null;
      },
    },
  };
}

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
