import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { pdf, signIn, submit } from '../../contract/conformance/subject.ts';
import type { CitizenRequest } from '../../contract/types.ts';
import { sha256Hex } from '../../shared/sha256.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { keepOfficeUpload } from '../office/office-uploads.ts';
import { findByReference, type OfficeRequest } from '../office/read-request.ts';
import { prepareWorld } from '../testing/saved-world.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { doAct } from './do-act.ts';

const FILES = 11;
const EACH = pdf('Resposta');

let context: Context;
let found: OfficeRequest;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), createTestClocks());
  await prepareWorld(context);
  const maria = await signIn({ server: createApp(context), advance() {}, stop: async () => {} });
  const { body } = await submit<CitizenRequest>(maria, randomUUID());
  found = (await findByReference(context.db, null, body.reference)) ?? expect.fail('It is not there');
}, START_MS);
afterAll(() => context.db.destroy());

async function sendFiles() {
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
  const files = await sendFiles();
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
    by: 'token arquivo',
    asked: { action: 'answer', body: 'A nota diz respeito ao mês de outubro.', files },
  });
  const refused: unknown = await done.catch((thrown: unknown) => thrown);
  const body: unknown = refused instanceof Response ? await refused.json() : refused;
  expect(body).toMatchObject({ type: 'validation', status: 422 });
  expect(JSON.stringify(body)).toContain(`"${code}"`);
  expect(asked.filter((query) => query.includes('"name":"bytes"'))).toEqual([]);
});
