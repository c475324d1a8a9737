import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submission } from '../../contract/conformance/subject.ts';
import type { Context } from '../context.ts';
import { migrate } from '../db/migrate.ts';
import { knowConfirmed } from '../know-citizen.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { sweepDue } from './sweep-due.ts';

const RUI = { niss: '11987654325', name: 'Rui Modelo', email: null };
/** More requests than are read in one go. */
const OTHERS = 250;

const clocks = createTestClocks();
let context: Context;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), clocks);
  await migrate(context.db);
}, START_MS);
afterAll(() => context.db.destroy());

it('however many due dates are missed in one night, all are told', async () => {
  const { db, seal } = context;
  const citizenId = await db.transaction().execute((tx) => knowConfirmed(tx, seal, RUI));
  await submitRequest(context, { citizenId, id: randomUUID(), revision: 1, content: submission() });
  const rows = db.selectFrom('requests').selectAll();
  const { kind: _kind, topic: _topic, ...first } = await rows.executeTakeFirstOrThrow();
  const others = Array.from({ length: OTHERS }, (_, index) => ({
    ...first,
    request: JSON.stringify(first.request),
    id: randomUUID(),
    reference: `EC-2026-1${String(index).padStart(6, '0')}`,
    sequence: 1000 + index,
  }));
  await db.insertInto('requests').values(others).execute();
  clocks.moveOffice(12);
  await sweepDue(context);
  const told = await db.selectFrom('toldNews').select('requestId').where('news', '=', 'overdue').execute();
  expect(told).toHaveLength(OTHERS + 1);
});
