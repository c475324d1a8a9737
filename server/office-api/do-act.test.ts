import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Browser, pdf, signIn, submit } from '../../contract/conformance/subject.ts';
import type { OfficeActBody } from '../../contract/office-types.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { sha256Hex } from '../../shared/sha256.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { keepOfficeUpload } from '../office/office-uploads.ts';
import { findByReference, type OfficeRequest } from '../office/read-request.ts';
import { hashOf } from '../requests/sent.ts';
import type { Reader } from '../services/reach.ts';
import { addService, removeService, renameService } from '../services/services.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { doAct } from './do-act.ts';

const FILES = 11;
const EACH = pdf('Resposta');

const READER: Reader = { who: 'token arquivo', reach: null };
const ANSWER = 'A nota diz respeito ao mês de outubro.';

let context: Context;
let maria: Browser;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), createTestClocks());
  await prepareWorld(context);
  maria = await signIn({ server: createApp(context), advance() {}, stop: async () => {} });
}, START_MS);
afterAll(() => context.db.destroy());

async function makeRequest(): Promise<OfficeRequest> {
  const { body } = await submit<CitizenRequest>(maria, randomUUID());
  return (await findByReference(context.db, null, body.reference)) ?? expect.fail('It is not there');
}

/** Asks for an act, and returns `done`, or what it was refused for. */
async function ask(found: OfficeRequest, key: string, asked: OfficeActBody): Promise<unknown> {
  const done = doAct(context, found, { key, reader: READER, asked }).then(() => 'done');
  const told: unknown = await done.catch((thrown: unknown) => thrown);
  return told instanceof Response ? told.json() : told;
}

async function sendFiles(found: OfficeRequest) {
  const sha256 = await sha256Hex(EACH);
  const files = Array.from({ length: FILES }, () => ({ id: randomUUID(), name: 'Resposta.pdf', sha256 }));
  const { citizenId, id: requestId } = found;
  for (const { id } of files)
    await keepOfficeUpload(context, { citizenId, requestId, id }, { sha256, bytes: EACH });
  return files;
}

it.each([
  ['too many', {}, 'attachmentTooMany'],
  [
    'too big together',
    { attachmentsMaxCount: FILES, attachmentsMaxTotalBytes: FILES * EACH.length - 1 },
    'attachmentsTooBigTogether',
  ],
])('files that are %s are refused before the bytes of any are read', async (_how, lower, code) => {
  const found = await makeRequest();
  const files = await sendFiles(found);
  const asked: string[] = [];
  const db = context.db.withPlugin({
    transformQuery({ node }) {
      asked.push(JSON.stringify(node));
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const limits = { ...context.limits, ...lower };
  const done = doAct({ ...context, db, limits }, found, {
    key: randomUUID(),
    reader: READER,
    asked: { action: 'answer', body: ANSWER, files },
  });
  const refused: unknown = await done.catch((thrown: unknown) => thrown);
  const body: unknown = refused instanceof Response ? await refused.json() : refused;
  expect(body).toMatchObject({ type: 'validation', status: 422 });
  expect(JSON.stringify(body)).toContain(`"${code}"`);
  expect(asked.filter((query) => query.includes('"name":"bytes"'))).toEqual([]);
});

it('what was forwarded to a service is the same act when it is said again, whatever the service is called by then, and where it is there no more', async () => {
  const { db } = context;
  for (const id of ['geral', 'familia', 'pensoes']) await addService(db, { id, name: id });
  const found = await makeRequest();
  const key = randomUUID();
  const forwarded = { action: 'forward', body: ANSWER, service: 'familia' } as const;
  expect(await ask(found, key, forwarded)).toBe('done');
  await renameService(db, { id: 'familia', name: 'Prestações familiares' });
  expect(await ask(found, key, forwarded)).toBe('done');
  expect(await ask(found, key, { ...forwarded, service: 'pensoes' })).toMatchObject({ type: 'key-reused' });
  await removeService(db, 'familia', 'geral');
  expect(await ask(found, key, forwarded)).toBe('done');
  const issues = [{ field: 'service', code: 'serviceUnknown' }];
  expect(await ask(found, randomUUID(), forwarded)).toMatchObject({ issues });
});

it('what an older build forwarded to a service is the same act when it is said again', async () => {
  const found = await makeRequest();
  const key = randomUUID();
  const forwarded = { action: 'forward', body: ANSWER, service: 'pensoes' } as const;
  expect(await ask(found, key, forwarded)).toBe('done');
  // Older builds took the service's name into the hash.
  const contentHash = hashOf({ ...forwarded, otherOffice: 'pensoes', files: [] });
  await context.db.updateTable('officeActs').set({ contentHash }).where('key', '=', key).execute();
  expect(await ask(found, key, forwarded)).toBe('done');
  expect(await ask(found, key, { ...forwarded, body: 'Outras palavras de resposta.' })).toMatchObject({
    type: 'key-reused',
  });
});
