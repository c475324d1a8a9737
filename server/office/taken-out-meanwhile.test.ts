import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submission } from '../../contract/conformance/subject.ts';
import { MARIA_ID } from '../../domain/simulator.ts';
import { timesInLevel } from '../../ops/test/level.ts';
import { removeClerk, setSupervisor } from '../clerks/clerks.ts';
import { connectPostgres } from '../db/connect.ts';
import type { Db } from '../db/schema.ts';
import { findCommand } from '../office-cli/run-command.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { listMessages } from '../requests/request-rows.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { addService, putClerkInto, removeService, takeClerkOutOf } from '../services/services.ts';
import { countWaiting } from '../testing/count-waiting.ts';
import { gate } from '../testing/gate.ts';
import { prepareWorld, restoreWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { makeTestDatabase } from '../testing/test-database.ts';
import { actOnRequest } from './act.ts';
import { handOver } from './assignment.ts';
import { sendOfficeAct } from './send-office-act.ts';
import { startSending } from './sending.ts';
import { listUnsent } from './unsent.ts';

const WORDS = { body: 'A nota diz respeito ao mês de outubro.', otherOffice: '', service: '', note: '' };
/** Whoever leads reads what all have written. */
const ALL = { userName: 'lia', reach: null };
const ROUNDS = timesInLevel(15, 100);

/** The test needs PostgreSQL: the embedded database does one thing after the other. */
const url = await makeTestDatabase();

if (url !== null) {
  const context = createTestContext(connectPostgres(url, 6), createTestClocks());
  const { db } = context;
  beforeAll(() => prepareWorld(context), START_MS);
  afterAll(() => db.destroy());

  /** Puts an answer of Ana's on its way in a world of its own, and returns a function that sends it and says whether the citizen has it. */
  async function answerByAna() {
    await restoreWorld(db);
    for (const id of ['geral', 'familia']) await addService(db, { id, name: id });
    await db.insertInto('clerks').values({ userName: 'ana', name: 'Ana', passwordHash: '' }).execute();
    await putClerkInto(db, 'geral', 'ana');
    const named = { citizenId: MARIA_ID, id: randomUUID() };
    const { request } = await submitRequest(context, { ...named, revision: 1, content: submission() });
    await db.transaction().execute((tx) => handOver(tx, named, 'geral'));
    const key = randomUUID();
    const act = {
      userName: 'ana',
      reference: request.reference,
      ofService: 'geral',
      action: 'answer',
    } as const;
    const sending = { ...act, words: WORDS, files: [], key, seenMoves: 1 };
    expect(await startSending(context, named, sending)).toBe('done');
    return {
      named,
      async send() {
        await sendOfficeAct(context, { citizenId: MARIA_ID, requestId: named.id, key });
        return (await listMessages(db, named)).some(({ body }) => body === WORDS.body);
      },
    };
  }

  it.each<[string, (tx: Db) => Promise<unknown>, (tx: Db) => Promise<unknown>]>([
    ['taken out of the service', async () => {}, (tx) => takeClerkOutOf(tx, 'geral', 'ana')],
    ['removed', async () => {}, (tx) => removeClerk(tx, 'ana')],
    [
      'no supervisor any more',
      async (tx) => {
        await setSupervisor(tx, 'ana', true);
        await tx.deleteFrom('serviceClerks').execute();
      },
      (tx) => setSupervisor(tx, 'ana', false),
    ],
  ])(
    'what is sent while its clerk is just %s waits for that, is not sent, and is kept',
    async (_, before, change) => {
      const { named, send } = await answerByAna();
      await before(db);
      const commit = gate();
      const changed = db.transaction().execute(async (tx) => {
        await change(tx);
        await commit.pass();
      });
      await commit.reached;
      let isEnded = false;
      const sent = send().finally(() => {
        isEnded = true;
      });
      while (!isEnded && (await countWaiting(db)) === 0) await new Promise(setImmediate);
      commit.open();
      await changed;
      expect(await sent).toBe(false);
      expect(await listUnsent(db, named, ALL)).toMatchObject([{ words: WORDS, stopped: 'by-operator' }]);
    },
  );

  const forwardByProgram = (named: NamedRequest) =>
    actOnRequest(context, named, {
      action: 'forward',
      body: 'Passa a tratar outro serviço.',
      otherOffice: 'familia',
      service: 'familia',
      files: [],
      atMs: context.clocks.officeNow(),
      by: 'token arquivo',
      key: randomUUID(),
      seenMoves: null,
    });

  it(`of ${ROUNDS} answers whose clerk, service or request is changed at that moment none is lost, and nobody waits for ever`, async () => {
    const changes: ((named: NamedRequest) => unknown)[] = [
      () => takeClerkOutOf(db, 'geral', 'ana'),
      () => findCommand('remove-clerk')?.run(context, ['ana']),
      () => findCommand('reset-second-factor')?.run(context, ['ana']),
      () => removeService(db, 'geral', 'familia'),
      (named) => Promise.all([removeService(db, 'geral', 'familia'), forwardByProgram(named)]),
    ];
    for (let round = 0; round < ROUNDS; round += 1) {
      const { named, send } = await answerByAna();
      const [isSent] = await Promise.all([send(), changes[round % changes.length]?.(named)]);
      expect((await listUnsent(db, named, ALL)).map(({ words }) => words)).toEqual(isSent ? [] : [WORDS]);
    }
  });
}
