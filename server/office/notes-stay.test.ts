import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeServer, listenAnywhere } from '../../contract/conformance/local-server.ts';
import { type Browser, signIn, submit } from '../../contract/conformance/subject.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import type { Context } from '../context.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { addToken } from '../office-api/tokens.ts';
import { addService } from '../services/services.ts';
import { createSite } from '../site.ts';
import { createMailbox } from '../testing/mailbox.ts';
import { openProgram } from '../testing/office/office-subject.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { actOnRequest, type OfficeAct } from './act.ts';
import { keepNote } from './notes.ts';
import { findByReference } from './read-request.ts';

/** A word that stands in no other text. */
const MARK = 'Zanzibarina';

const clocks = createTestClocks();
const mailbox = createMailbox();
const heard: string[] = [];
const receiver = createServer(async (request, response) => {
  heard.push(await text(request));
  response.writeHead(204).end();
});
let context: Context;
let maria: Browser;

beforeAll(async () => {
  const port = await listenAnywhere(receiver);
  const webhook = { url: `http://127.0.0.1:${port}/novidades`, key: new Uint8Array(32) };
  const plain = createTestContext(await openTestDatabase(), clocks);
  await prepareWorld(plain);
  context = { ...plain, webhook, sendMail: mailbox.send };
  maria = await signIn({ server: createSite(context), advance: clocks.advance, stop: async () => {} });
}, START_MS);
afterAll(async () => {
  await closeServer(receiver);
  await context.db.destroy();
});

/** Returns the names of the tables in which the words stand. */
async function tablesWith(words: string): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(context.db);
  const found: string[] = [];
  for (const { name } of rows) {
    const table = sql.table(name);
    const { rows: has } =
      await sql`select 1 from ${table} as each where each::text like ${`%${words}%`} limit 1`.execute(
        context.db,
      );
    if (has.length > 0) found.push(name);
  }
  return found;
}

it('what the office notes for itself stands in its own table alone, and leaves by no road to citizens or programs that are called', async () => {
  await addService(context.db, { id: 'geral', name: 'Atendimento geral' });
  await addService(context.db, { id: 'familia', name: 'Prestações familiares' });
  const { body: made } = await submit<CitizenRequest>(maria, randomUUID());
  const found = await findByReference(context.db, null, made.reference);
  const named = { citizenId: found?.citizenId ?? '', id: made.id };
  const note = { id: randomUUID(), writtenBy: 'clerk ana', writtenAt: clocks.officeNow() };
  await keepNote(context.db, named, { ...note, body: `Falei com a ${MARK}.` });
  const act = (fields: Partial<OfficeAct>): OfficeAct => ({
    action: 'answer',
    body: 'A nota diz respeito ao mês de outubro.',
    files: [],
    atMs: clocks.officeNow(),
    by: 'clerk ana',
    key: randomUUID(),
    seenMoves: null,
    ...fields,
  });
  const forward = { action: 'forward', service: 'familia', otherOffice: 'Prestações familiares' } as const;
  await actOnRequest(context, named, act({ ...forward, note: `Também a ${MARK} sabe.` }));
  await actOnRequest(context, named, act({}));
  for (const name of ['tellNews', 'callWebhook'] as const) await runDueJobs(context, name);

  expect(await tablesWith(MARK)).toEqual(['office_notes']);
  const token = await addToken(context, 'arquivo');
  const program = openProgram({ server: createSite(context), token: token ?? '' });
  const roads = {
    feed: (await maria.send('GET', '/changes?limit=500')).body,
    request: (await maria.send('GET', `/requests/${made.id}`)).body,
    mails: mailbox.mails,
    calls: heard,
    news: (await program.send('GET', '/news')).body,
    read: (await program.send('GET', `/requests/${made.reference}`)).body,
  };
  expect(heard.length).toBeGreaterThan(0);
  for (const [road, told] of Object.entries(roads)) expect(JSON.stringify(told), road).not.toContain(MARK);
  const notes = await program.send('GET', `/requests/${made.reference}/notes`);
  expect(JSON.stringify(notes.body).match(new RegExp(MARK, 'g'))).toHaveLength(2);
});
