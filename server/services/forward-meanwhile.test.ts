import { randomUUID } from 'node:crypto';
import type { KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submission } from '../../contract/conformance/subject.ts';
import { MARIA_ID } from '../../domain/simulator.ts';
import type { Context } from '../context.ts';
import { connectPostgres } from '../db/connect.ts';
import { assign, handOver } from '../office/assignment.ts';
import { findRequest, keepRequest } from '../requests/request-rows.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { countWaiting } from '../testing/count-waiting.ts';
import { gate } from '../testing/gate.ts';
import { CHILD_BENEFIT } from '../testing/office-world.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { makeTestDatabase } from '../testing/test-database.ts';
import { addService, leadTopic, listServices, removeService } from './services.ts';

/** The test needs PostgreSQL: the embedded database does one thing after the other. */
const url = await makeTestDatabase();

if (url !== null) {
  const context = createTestContext(connectPostgres(url, 4), createTestClocks());
  const { db } = context;
  beforeAll(() => prepareWorld(context), START_MS);
  afterAll(() => db.destroy());

  /** Holds a submission's transaction open from the statement on that keeps the request. */
  const holdingOnceKept = (pass: () => Promise<void>): KyselyPlugin => ({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (result.rows.some((row) => 'newsId' in row)) await pass();
      return result;
    },
  });

  it('a request that is forwarded while its service is removed goes where it was forwarded to', async () => {
    for (const id of ['geral', 'familia', 'pensoes']) await addService(db, { id, name: id });
    const named = { citizenId: MARIA_ID, id: randomUUID() };
    await submitRequest(context, { ...named, revision: 1, content: submission() });
    await db.transaction().execute((tx) => handOver(tx, named, 'familia'));
    let removed: Promise<void> | undefined;
    await db.transaction().execute(async (tx) => {
      await keepRequest(tx, named.citizenId, await findRequest(tx, named.citizenId, named.id));
      removed = removeService(db, 'familia', 'geral');
      while ((await countWaiting(db)) === 0) await new Promise(setImmediate);
      await handOver(tx, named, 'pensoes');
    });
    await removed;
    const row = await db
      .selectFrom('requests')
      .select('service')
      .where('id', '=', named.id)
      .executeTakeFirst();
    expect(row?.service).toBe('pensoes');
    expect((await listServices(db)).map(({ id }) => id)).toEqual(['geral', 'pensoes']);
  });

  it('a request that is forwarded while a clerk takes it is forwarded, and nobody has it', async () => {
    const named = { citizenId: MARIA_ID, id: randomUUID() };
    const { request } = await submitRequest(context, { ...named, revision: 1, content: submission() });
    await db.insertInto('clerks').values({ userName: 'ana', name: 'Ana', passwordHash: '' }).execute();
    let taken: Promise<unknown> | undefined;
    await db.transaction().execute(async (tx) => {
      await keepRequest(tx, named.citizenId, await findRequest(tx, named.citizenId, named.id));
      taken = assign(context, { ...named, request }, { to: 'ana' }, 'clerk ana');
      while ((await countWaiting(db)) === 0) await new Promise(setImmediate);
      await handOver(tx, named, 'pensoes');
    });
    expect(await taken).toBe('unfit');
  });

  it('a request that comes to a service while that is removed goes to its heir, with all that come afterwards', async () => {
    await addService(db, { id: 'prestacoes', name: 'Prestações' });
    await leadTopic(db, 'family', 'prestacoes');
    const content = submission({ topic: CHILD_BENEFIT });
    const submit = async (atDoor: Context) => {
      const named = { citizenId: MARIA_ID, id: randomUUID() };
      await submitRequest(atDoor, { ...named, revision: 1, content });
      return named.id;
    };
    const { reached, open, pass } = gate();
    const submitted = submit({ ...context, db: db.withPlugin(holdingOnceKept(pass)) });
    await reached;
    const removed = removeService(db, 'prestacoes', 'pensoes');
    while ((await countWaiting(db)) === 0) await new Promise(setImmediate);
    open();
    await removed;
    const ids = [await submitted, await submit(context)];
    const rows = db.selectFrom('requests').select('service').where('id', 'in', ids);
    expect(await rows.execute()).toEqual([{ service: 'pensoes' }, { service: 'pensoes' }]);
  });
}
