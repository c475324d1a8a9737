import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submission } from '../../contract/conformance/subject.ts';
import { addWorkingDays } from '../../domain/add-working-days.ts';
import type { Context } from '../context.ts';
import { migrate } from '../db/migrate.ts';
import { knowConfirmed } from '../know-citizen.ts';
import { findRequest } from '../requests/request-rows.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { START_MS } from '../testing/start-ms.ts';
import { createTestClocks } from '../testing/test-clocks.ts';
import { createTestContext } from '../testing/test-context.ts';
import { openTestDatabase } from '../testing/test-database.ts';
import { moveDueDays } from './move-due-days.ts';

const RUI = { niss: '11987654325', name: 'Rui Modelo', email: null };

const clocks = createTestClocks();
let context: Context;

beforeAll(async () => {
  context = createTestContext(await openTestDatabase(), clocks);
  await migrate(context.db);
}, START_MS);
afterAll(() => context.db.destroy());

it('a due date on which the office will be closed after all moves to the next open day, and devices hear of it', async () => {
  const { db, seal, limits } = context;
  const citizenId = await db.transaction().execute((tx) => knowConfirmed(tx, seal, RUI));
  const id = randomUUID();
  await submitRequest(context, { citizenId, id, revision: 1, content: submission() });
  const before = await findRequest(db, citizenId, id);
  const readSequence = () =>
    db.selectFrom('requests').select('sequence').where('id', '=', id).executeTakeFirstOrThrow();
  const { sequence } = await readSequence();
  const given = before.request.dueOn;

  const closed = { ...context, limits: { ...limits, extraHolidays: [given, addWorkingDays(given, 1)] } };
  await moveDueDays(closed);
  const moved = await findRequest(db, citizenId, id);
  expect(moved.request).toEqual({ ...before.request, dueOn: addWorkingDays(given, 2) });
  expect((await readSequence()).sequence).toBeGreaterThan(sequence);

  await moveDueDays(closed);
  expect((await readSequence()).sequence, 'it moves once').toBe(sequence + 1);

  const later = { ...closed, limits: { ...limits, extraHolidays: [moved.request.dueOn] } };
  clocks.moveOffice(60);
  await moveDueDays(later);
  expect((await readSequence()).sequence, 'one that was missed long ago stays').toBe(sequence + 1);
});
