import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import type { Browser } from '../../contract/conformance/subject.ts';
import { assign, handOver } from '../office/assignment.ts';
import { findByReference } from '../office/read-request.ts';
import { queryWaiting } from '../office/waiting.ts';
import { doAct } from '../office-api/do-act.ts';
import type { ClerkBrowser } from '../testing/clerk-browser.ts';
import { ANSWER, CHILD_BENEFIT, decide, makeRequest, setUpOffice } from '../testing/office-world.ts';
import { readerOfProgram } from './reach.ts';
import { addService, leadTopic, putClerkInto, removeService } from './services.ts';

const office = await setUpOffice();
const { db } = office.context;
/** The first in this list becomes the first service, which gets what no topic leads elsewhere. */
const SERVICES = ['geral', 'familia', 'pensoes'];
let maria: Browser;
let rui: ClerkBrowser;

beforeEach(async () => {
  for (const id of SERVICES) {
    await addService(db, { id, name: id });
    await putClerkInto(db, id, 'rui');
  }
  await leadTopic(db, 'family', 'familia');
  maria = await office.signInMaria();
  rui = await office.openDesk('rui');
});

/** Returns the services whose programs are told of the request. */
async function listReaders(reference: string): Promise<string[]> {
  const readers: string[] = [];
  for (const service of SERVICES) {
    const { reach } = await readerOfProgram(db, service, service);
    const waiting = await queryWaiting(db, { reach, after: null, limit: 1000 }).execute();
    if (waiting.some(({ request }) => request.reference === reference)) readers.push(service);
  }
  return readers;
}

/** Returns the requests whose column `service` differs from the assignment that it is copied from. */
async function listUntrue(): Promise<unknown[]> {
  const { rows } = await sql`
    select reference, requests.service, assignments.service as written
    from requests left join assignments on assignments.citizen_id = requests.citizen_id and assignments.request_id = requests.id
    where requests.service <> coalesce(assignments.service, '')`.execute(db);
  return rows;
}

it('a request is told to the one service that has it, whichever way it came there, and to its heir', async () => {
  const referenceOf = async (topic?: typeof CHILD_BENEFIT) =>
    (await makeRequest(maria, topic && { topic })).path.split('/').at(-1) ?? '';
  const [led, unled] = [await referenceOf(CHILD_BENEFIT), await referenceOf()];
  const readers = async () => [await listReaders(led), await listReaders(unled), await listUntrue()];
  expect(await readers()).toEqual([['familia'], ['geral'], []]);

  for (const reference of [led, unled])
    await rui.post(`/balcao/pedidos/${reference}/de-quem`, { para: 'rui', visto: '' });
  const taken = await db.selectFrom('assignments').select('assignee').where('assignee', '=', 'rui').execute();
  expect([taken.length, await readers()]).toEqual([2, [['familia'], ['geral'], []]]);

  await decide(rui, `/balcao/pedidos/${unled}`, 'forward', { destino: 'pensoes' });
  expect(await readers()).toEqual([['familia'], ['pensoes'], []]);
  await decide(rui, `/balcao/pedidos/${led}`, 'forward', { destino: 'geral' });
  expect(await readers()).toEqual([['geral'], ['pensoes'], []]);

  await removeService(db, 'pensoes', 'familia');
  expect(await readers()).toEqual([['geral'], ['familia'], []]);
  await removeService(db, 'geral', 'familia');
  expect(await readers()).toEqual([['familia'], ['familia'], []]);
});

it('a program answers no request that has gone meanwhile to a service that is not its own', async () => {
  const { path } = await makeRequest(maria);
  const reference = path.split('/').at(-1) ?? '';
  const program = await readerOfProgram(db, 'arquivo', 'geral');
  const found = await findByReference(db, program.reach, reference);
  if (!found) throw new Error('The program may not see the request');
  const asked = { action: 'answer', body: ANSWER } as const;
  const answer = () => doAct(office.context, found, { key: randomUUID(), reader: program, asked });
  const readState = async () => (await findByReference(db, null, reference))?.request.state;
  await decide(rui, path, 'forward', { destino: 'familia' });
  const refused: unknown = await answer().catch((thrown: unknown) => thrown);
  expect(refused instanceof Response && refused.status).toBe(404);
  expect(await readState()).toBe('forwarded');
  await decide(rui, path, 'forward', { destino: 'geral' });
  await answer();
  expect(await readState()).toBe('answered');
});

it('nobody is given a request that has gone meanwhile to a service that is not theirs', async () => {
  await putClerkInto(db, 'geral', 'ana');
  const { id, path } = await makeRequest(maria);
  const found = await findByReference(db, null, path.split('/').at(-1) ?? '');
  if (!found) throw new Error('Nobody has the request');
  const taken = () => assign(office.context, found, { to: 'ana', seen: null }, 'clerk ana');
  await db.transaction().execute((tx) => handOver(tx, { citizenId: found.citizenId, id }, 'familia'));
  expect(await taken()).toBe('unfit');
  await db.transaction().execute((tx) => handOver(tx, { citizenId: found.citizenId, id }, 'geral'));
  expect(await taken()).toBe('done');
});
