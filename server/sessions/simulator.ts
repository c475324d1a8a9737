import { judgeSimulatedCode, SIMULATED_PEOPLE, simulatedNiss } from '../../src/domain/simulator.ts';
import type { SignInWays } from './sign-in-ways.ts';

const PASSWORDS = new Map(SIMULATED_PEOPLE.map(({ id, password }) => [id, password]));

/** For trying: people whom anybody may be. Nothing is sent to anyone. */
export const simulator: SignInWays = {
  isPasswordRight: async (citizenId, password) => PASSWORDS.get(citizenId) === password,
  sendCode: async () => '',
  judgeCode: judgeSimulatedCode,
  authorizeUrl: (state) => `/demo/cmd?state=${state}`,
  confirm: async (code) => simulatedNiss(code),
};
