import { judgeSimulatedCode } from '../../domain/simulator.ts';
import { findAccount } from '../accounts/find-account.ts';
import type { Hashing } from '../password-hash.ts';
import type { SignInWays } from '../sessions/sign-in-ways.ts';
import { createSimulator } from '../sessions/simulator.ts';

/** Makes a simulator whose people can change their palavras-chave once these are in `accounts`. No mail is sent. */
export function createKeepingSimulator(hashing: Hashing): SignInWays {
  const { password, provider } = createSimulator('');
  if (!password) throw new Error('The simulator has palavras-chave');
  return {
    provider,
    password: {
      ...password,
      async isPasswordRight(db, citizenId, typed) {
        const account = await findAccount(db, citizenId);
        return account ? hashing.isRight(account, typed) : password.isPasswordRight(db, citizenId, typed);
      },
      keeping: {
        tellChanged: async () => {},
        recovery: {
          reachMail: async () => {},
          newCode: () => '',
          sendCode: async () => {},
          judgeCode: (typed) => judgeSimulatedCode(typed),
        },
      },
    },
  };
}
