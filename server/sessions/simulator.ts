import { judgeSimulatedCode, SIMULATED_PEOPLE, simulatedNiss } from '../../domain/simulator.ts';
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
