import { DEFAULT_DAY_LIMITS } from '../../domain/day-limits.ts';
import { DEFAULT_LIMITS } from '../../domain/limits.ts';
import { PUSH_SERVICES } from '../../domain/push/push-services.ts';
import { judgeSimulatedCode } from '../../domain/simulator.ts';
import { publishTopics } from '../../domain/topics/bundled-topics.ts';
import labels from '../../locales/pt-PT/topics.json' with { type: 'json' };
import { findAccount } from '../accounts/find-account.ts';
import type { Clocks, Context } from '../context.ts';
import type { Db } from '../db/schema.ts';
import { createHashing } from '../password-hash.ts';
import { createPush } from '../push/push.ts';
import { createKeyring } from '../receipts/keyring.ts';
import { createSeal } from '../seal.ts';
import { createJudgingTurns } from '../sessions/judging-turns.ts';
import type { SignInWays } from '../sessions/sign-in-ways.ts';
import { createSimulator } from '../sessions/simulator.ts';
import { trustHops } from '../trusted-proxies.ts';
import { createInspectionQueues } from '../uploads/inspect-upload.ts';
import { createQueues } from '../write-for.ts';

/** All processes of a test share it, so that one can open what another has sealed. */
export const TEST_SECRET = Uint8Array.from({ length: 32 }, (_, place) => 7 * place);

/** Hashes at a cost that takes no time, so that a test can try thousands of passwords. */
export const QUICK_HASHING = createHashing({ ln: 4, r: 8, p: 1 });

/** Makes a context as at the start of the server, with a clock that the test moves. */
export function createTestContext(db: Db, clocks: Clocks, origin: string | null = null): Context {
  const seal = createSeal(TEST_SECRET);
  const site = origin ?? 'https://eclic.exemplo.pt';
  return {
    db,
    pool: null,
    clocks,
    seal,
    hashing: QUICK_HASHING,
    keyring: createKeyring({ db, now: clocks.now, seal, issuer: site }),
    ways: createKeepingSimulator(),
    turns: createJudgingTurns(clocks.now),
    inspections: createInspectionQueues(),
    queues: createQueues(),
    clerksNeedCode: true,
    limits: DEFAULT_LIMITS,
    dayLimits: DEFAULT_DAY_LIMITS,
    serviceName: 'e-Clic',
    retention: { closedYears: 2, draftDays: 365, recordYears: 3 },
    topics: publishTopics(labels),
    files: null,
    firstOffice: 'Centro de contacto e-Clic',
    undoMs: 0,
    webhook: null,
    sendMail: async () => {},
    push: createPush({ db, seal, now: clocks.now, subject: site, services: PUSH_SERVICES }),
    site,
    origin,
    trustsProxy: trustHops(origin === null ? 0 : 1),
    basePath: '',
    onBug: (error) => console.error(error),
    onCall() {},
    onForgotten() {},
  };
}

/** Makes a simulator whose people can change their palavras-chave once these are in `accounts`. No mail is sent. */
function createKeepingSimulator(): SignInWays {
  const { password, provider } = createSimulator('');
  if (!password) throw new Error('The simulator has palavras-chave');
  return {
    provider,
    password: {
      ...password,
      async isPasswordRight(db, citizenId, typed) {
        const account = await findAccount(db, citizenId);
        return account
          ? QUICK_HASHING.isRight(account, typed)
          : password.isPasswordRight(db, citizenId, typed);
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
