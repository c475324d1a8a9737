import { problem } from '../contract/problem.ts';
import type { OfficeAction } from '../domain/office-moves.ts';
import { type Backend, newWorld, WORLD_KEY } from './backend.ts';
import { type Call, worldInstant, worldNow } from './call.ts';
import { catchUp } from './catch-up.ts';
import { playOffice } from './office.ts';
import { ownKey } from './own-key.ts';
import { listTold } from './push.ts';
import { listRepresentations } from './representations.ts';
import { seedMore, seedWorld } from './seed.ts';
import { changeStage, dropSession } from './session-rows.ts';
import { readTable } from './store.ts';
import type { Faults, RequestRow } from './tables.ts';
import { afterWorkingDays } from './world-days.ts';

/** The requests of one transaction: few, so that other tabs get their turn. */
const SEED_BATCH = 100;

/** Describes the whole world, for the people who look at it and for tests; nothing else reads so much at once. */
export async function describeWorld(call: Call) {
  const requests = await readTable(call.tx, 'requests');
  const uploads = await readTable(call.tx, 'uploads');
  return {
    now: worldInstant(call),
    faults: call.world.faults,
    representations: await listRepresentations(call),
    told: await listTold(call),
    requests: requests.map(({ value: { request, commits, citizenId } }) => ({
      id: request.id,
      citizenId,
      reference: request.reference,
      receivedAt: request.receivedAt,
      dueOn: request.dueOn,
      state: request.state,
      description: request.description,
      commits,
      attachments: request.attachments.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
    })),
    uploads: uploads.map(({ value: { id, size, bytesReceived } }) => ({ id, size, bytesReceived })),
  };
}

/** Moves the clock and lets the clerk do everything that falls due. */
export async function moveClock(backend: Backend, workingDays: number): Promise<void> {
  await backend.run(async (call) => {
    const movedByMs = afterWorkingDays(worldNow(call), workingDays) - worldNow(call);
    call.world = { ...call.world, clockOffsetMs: call.world.clockOffsetMs + movedByMs };
  });
  while (await backend.run(catchUp));
}

export async function playClerk(call: Call, requestId: string, action: OfficeAction): Promise<void> {
  const row = await findAnybodys(call, requestId);
  const { state } = row.request;
  if (state === 'closed' || state === 'withdrawn') throw problem('state-forbids');
  await playOffice(call, row, action, worldNow(call));
}

/** Finds a request of any citizen: `/demo/office` names the request, and not whose it is. */
async function findAnybodys(call: Call, requestId: string): Promise<RequestRow> {
  for (const { key: citizenId } of await readTable(call.tx, 'citizens')) {
    const row = await call.tx.get('requests', ownKey(citizenId, requestId));
    if (row) return row;
  }
  throw problem('not-found');
}

export async function setFaults(call: Call, faults: Partial<Faults>): Promise<void> {
  call.world = { ...call.world, faults: { ...call.world.faults, ...faults } };
}

export async function endAllSessions(call: Call): Promise<void> {
  for (const { key } of await readTable(call.tx, 'sessions')) await dropSession(call, key);
  for (const { key } of await readTable(call.tx, 'waitingSignIns'))
    await call.tx.remove('waitingSignIns', key);
}

/** Ends all sessions on devices of the citizens' own as idle: their tickets still send. */
export async function runOutAllSessions(call: Call): Promise<void> {
  for (const { key, value } of await readTable(call.tx, 'sessions')) {
    if (!value.shared) await changeStage(call, key, value, 'idle');
  }
}

export async function addRequests(backend: Backend, niss: string, count: number): Promise<void> {
  for (let added = 0; added < count; added += SEED_BATCH) {
    await backend.run(async (call) => {
      const citizenId = await call.tx.get('citizenIdsByNiss', niss);
      if (citizenId === undefined) throw problem('not-found');
      await seedMore(call, citizenId, added, Math.min(SEED_BATCH, count - added));
    });
  }
}

/** Makes the world as on the first day: older cursors are gone, and nobody is signed in. */
export async function resetWorld(call: Call): Promise<void> {
  await call.tx.clear();
  call.world = newWorld();
  await call.tx.put('world', WORLD_KEY, call.world);
  await seedWorld(call);
}
