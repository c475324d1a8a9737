import { randomUUID } from 'node:crypto';
import { problem } from '../../contract/problem.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import { OTHER_OFFICE, whatClerkSays } from '../../mocks/clerk/what-clerk-says.ts';
import { clerkStep } from '../../mocks/clerk-plan.ts';
import { makeOfficeFiles } from '../../mocks/office-files.ts';
import type { Context } from '../context.ts';
import { actOnRequest } from '../office/act.ts';
import { inspectOfficeFile } from '../office/office-files.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { findRequest } from '../requests/request-rows.ts';

/** Lets the pretend server's clerk act on this server. */
export async function playClerk(
  context: Context,
  named: NamedRequest,
  action: OfficeAction,
  atMs = context.clocks.officeNow(),
): Promise<void> {
  const { request } = await findRequest(context.db, named.citizenId, named.id);
  const { body, files } = whatClerkSays(action, request, atMs, await makeOfficeFiles());
  const acted = await actOnRequest(context, named, {
    action,
    body,
    files: await Promise.all(files.map(({ name, file }) => inspectOfficeFile(name, file.bytes))),
    otherOffice: OTHER_OFFICE,
    atMs,
    by: 'the pretend clerk',
    key: randomUUID(),
    seenMoves: null,
  });
  if (acted !== 'done') throw problem('state-forbids');
}

/** Lets the clerk do everything that has fallen due by the office's clock, one act after the other. */
export async function letClerkCatchUp(context: Context): Promise<void> {
  const open = await context.db
    .selectFrom('requests')
    .select(['citizenId', 'id', 'request'])
    .where('state', 'not in', ['closed', 'withdrawn'])
    .execute();
  for (const { citizenId, id, request } of open) {
    let step = clerkStep(request);
    while (step && step.at <= context.clocks.officeNow()) {
      await playClerk(context, { citizenId, id }, step.action, step.at);
      step = clerkStep((await findRequest(context.db, citizenId, id)).request);
    }
  }
}
