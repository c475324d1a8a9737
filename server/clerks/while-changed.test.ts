import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { connectPostgres } from '../db/connect.ts';
import { countWaiting } from '../testing/count-waiting.ts';
import { gate } from '../testing/gate.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { makeTestDatabase } from '../testing/test-database.ts';
import { signInClerk } from './clerk-sign-in.ts';
import { changePassword } from './clerks.ts';
import { confirmClerkCode } from './confirm-code.ts';
import { findWaiting, openWaiting } from './waiting-sign-in.ts';

const FROM = { userName: 'ana', address: '192.0.2.1', browser: null };
const KNOWN = 'a-que-outros-sabem';

/** Only PostgreSQL is tried: the embedded database does one thing after the other. */
const url = await makeTestDatabase();

if (url !== null) {
  const context = createTestContext(connectPostgres(url, 4), createTestClocks());
  const { db, clocks } = context;

  beforeEach(async () => {
    for (const table of ['clerks', 'tries'] as const) await db.deleteFrom(table).execute();
    await db
      .insertInto('clerks')
      .values({ userName: 'ana', name: 'Ana', totpSealed: null, ...(await context.hashing.keep(KNOWN)) })
      .execute();
  });
  afterAll(() => db.destroy());

  /** Signs in while a new password is written and not committed yet. Returns how many sessions and waiting sign-ins are left. */
  async function countLetInDuringChange(signIn: () => Promise<unknown>): Promise<number> {
    const change = gate();
    const unknown = await context.hashing.keep('a-que-mais-ninguem-sabe');
    const changed = db.transaction().execute(async (tx) => {
      await changePassword(tx, 'ana', unknown);
      await change.pass();
    });
    await change.reached;
    let isDone = false;
    const signedIn = signIn().finally(() => {
      isDone = true;
    });
    while (!isDone && (await countWaiting(db)) === 0) await new Promise(setImmediate);
    change.open();
    await Promise.all([changed, signedIn]);
    const left = [
      await db.selectFrom('clerkSessions').select('userName').execute(),
      await db.selectFrom('clerkSignIns').select('userName').execute(),
    ];
    return left.flat().length;
  }

  it('a password that is changed while somebody signs in with the one of before lets them in no more', async () => {
    expect(await countLetInDuringChange(() => signInClerk(context, { ...FROM, password: KNOWN }, ''))).toBe(
      0,
    );
  });

  it('a password that is changed while somebody types the code of a sign-in with the one of before lets them in no more', async () => {
    const secret = await openWaiting(context, db, 'ana');
    const waiting = await findWaiting(context, db, secret);
    const code = TOTP.generate({
      secret: Secret.fromBase32(waiting?.totpSecret ?? ''),
      timestamp: clocks.now(),
    });
    expect(await countLetInDuringChange(() => confirmClerkCode(context, FROM, { secret, code }))).toBe(0);
  });
} else {
  it.skip('What happens at the same time is not tried: there is no PostgreSQL on this machine', () => {});
}
