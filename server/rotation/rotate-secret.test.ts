import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser, PEOPLE, type Subject, signIn, submitted } from '../../contract/conformance/subject.ts';
import type { Session } from '../../contract/types.ts';
import { hashPeople, keepAccounts } from '../accounts/keep-account.ts';
import { createApp } from '../app.ts';
import { addCitizen, findCitizenId } from '../citizens.ts';
import { keepNoticeWish, readNoticeWish } from '../clerks/clerk-notices.ts';
import type { Context } from '../context.ts';
import type { Db, Tables } from '../db/schema.ts';
import { nobodysPassword } from '../password-hash.ts';
import { requirePushKey } from '../push/push-key.ts';
import { findSubscription, listPushedSessions } from '../push/push-rows.ts';
import { createKeyring } from '../receipts/keyring.ts';
import { createSeal, type Seal } from '../seal.ts';
import { addSimulatedPeople } from '../sessions/simulator.ts';
import { createPushService } from '../testing/push-service.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext, TEST_SECRET } from '../testing/test-context.ts';
import { DATABASES } from '../testing/test-database.ts';
import { FORGOTTEN_TABLES } from './fates.ts';
import { rotateSecret } from './rotate-secret.ts';

const RITA = {
  niss: '11987654325',
  name: 'Rita Modelo',
  email: 'rita.modelo@exemplo.pt',
  password: 'Palavra 1',
};
const WISH = { email: 'ana@exemplo.pt', wantsNew: true, wantsOverdue: false };
/** More rows than are read at once. */
const MANY = 600;

const before = createSeal(TEST_SECRET);
const after = createSeal(randomBytes(32));

const nissOf = (place: number) => String(20_000_000_000 + place);

async function addPeople(context: Context): Promise<void> {
  await addSimulatedPeople(context);
  const hashed = await hashPeople(context.hashing, [RITA]);
  await context.db.transaction().execute(async (tx) => {
    await keepAccounts(tx, before, hashed);
    for (let place = 0; place < MANY; place += 1)
      await addCitizen(tx, before, { id: `c_${place}`, niss: nissOf(place), name: 'Alguém', contact: null });
  });
}

const subjectOf = (context: Context): Subject => ({
  server: createApp(context),
  advance() {},
  stop: async () => {},
});

async function readEverything(db: Db): Promise<string> {
  const tables = await db.introspection.getTables();
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db
        .selectFrom(name as keyof Tables)
        .selectAll()
        .execute(),
    ),
  );
  return JSON.stringify(rows);
}

describe.each(DATABASES)('Another secret, on %s', (_name, open) => {
  let context: Context;
  beforeAll(async () => {
    context = createTestContext(await open(1), createTestClocks());
    await addPeople(context);
  }, START_MS);
  afterAll(() => context.db.destroy());

  it('that is not the one of before, or an end in the middle, leaves everything as it was', async () => {
    const { db } = context;
    const all = await readEverything(db);
    expect(await rotateSecret(db, { before: createSeal(randomBytes(32)), after })).toEqual({
      status: 'otherSecret',
    });
    let sealed = 0;
    const ending: Seal = {
      ...after,
      seal(text, owner) {
        sealed += 1;
        if (sealed > MANY) throw new Error('The power is gone');
        return after.seal(text, owner);
      },
    };
    await expect(rotateSecret(db, { before, after: ending })).rejects.toThrow('The power is gone');
    expect(await readEverything(db)).toBe(all);
  });

  it('takes the place of the one of before in all that is sealed or found by it; sessions go on', async () => {
    const { db } = context;
    const maria = await signIn(subjectOf(context), PEOPLE.maria);
    const codePath = `/requests/${await submitted(maria)}/status-code`;
    const { body: coded } = await maria.send('GET', codePath);
    const json = { niss: PEOPLE.joao, password: 'Demonstracao1' };
    expect((await openBrowser(subjectOf(context)).send('POST', '/session/password', { json })).status).toBe(
      200,
    );
    const people = await db.selectFrom('citizens').select(['id', 'nissSealed', 'emailSealed']).execute();
    const ana = { userName: 'ana', name: 'Ana Exemplo', ...nobodysPassword() };
    await db
      .insertInto('clerks')
      .values({ ...ana, totpSealed: before.seal('what her app makes codes of', 'ana') })
      .execute();
    await keepNoticeWish(context, 'ana', WISH);
    const { keys } = await context.keyring.publish();
    const pushKey = await context.push?.publicKey();
    const pushed = createPushService().subscribe(pushKey ?? '');
    await maria.send('PUT', '/push', { json: { ...pushed, language: 'pt-PT', saysDate: false } });
    const rotation = await rotateSecret(db, { before, after });
    expect(rotation).toEqual({
      status: 'rotated',
      rows: {
        'citizens.nissSealed': people.length,
        'citizens.emailSealed': 1,
        'clerks.totpSealed': 1,
        'clerkNotices.emailSealed': 1,
        'receiptKeys.privateSealed': 1,
        'pushKeys.privateSealed': 1,
        'pushSubscriptions.subscriptionSealed': 1,
        'identities.nissHash': people.length,
      },
    });

    for (const { id, nissSealed, emailSealed } of await db.selectFrom('citizens').selectAll().execute()) {
      const old = people.find((each) => each.id === id);
      expect(after.open(nissSealed, id)).toBe(old && before.open(old.nissSealed, id));
      expect(() => before.open(nissSealed, id)).toThrow();
      if (emailSealed) expect(after.open(emailSealed, id)).toBe(RITA.email);
      expect(await findCitizenId(db, after, after.open(nissSealed, id))).toBe(id);
    }
    expect(await findCitizenId(db, before, RITA.niss)).toBeUndefined();
    const { totpSealed } = await db.selectFrom('clerks').select('totpSealed').executeTakeFirstOrThrow();
    expect(totpSealed && after.open(totpSealed, 'ana')).toBe('what her app makes codes of');
    expect(await readNoticeWish({ db, seal: after }, 'ana')).toEqual(WISH);
    const keyring = createKeyring({ db, seal: after, issuer: context.site, now: context.clocks.now });
    expect((await keyring.publish()).keys).toEqual(keys);
    expect((await requirePushKey(db, after, context.clocks.now())).publicKey).toBe(pushKey);
    const [told = ''] = await listPushedSessions(db, maria.citizenId);
    const device = { citizenId: maria.citizenId, id: told };
    expect(await findSubscription({ db, seal: after }, device)).toMatchObject(pushed);
    for (const table of FORGOTTEN_TABLES)
      expect(
        await db
          .selectFrom(table as keyof Tables)
          .selectAll()
          .execute(),
      ).toEqual([]);

    const anew = subjectOf({ ...context, seal: after });
    const browser = openBrowser(anew);
    browser.jar.cookie = maria.jar.cookie;
    const { body } = await browser.send<Session>('GET', '/session');
    expect(body).toMatchObject({ status: 'signedIn', citizen: { name: 'Maria Exemplo' } });
    // A código de consulta is kept nowhere, so under another secret it is another one.
    expect((await browser.send('GET', codePath)).body).not.toEqual(coded);
    const again = await signIn(anew, PEOPLE.maria);
    expect((await again.send<Session>('GET', '/session')).body).toMatchObject({
      citizen: body.status === 'signedIn' && body.citizen,
    });
  });

  it('that is there already is told so, and nothing is done, also where nobody but the key of receipts is there', async () => {
    const { db } = context;
    await sql`truncate citizens cascade`.execute(db);
    const all = await readEverything(db);
    expect(await rotateSecret(db, { before, after })).toEqual({ status: 'isDone' });
    expect(await readEverything(db)).toBe(all);
  });
});
