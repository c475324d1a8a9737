import { addUsage, type Usage } from '../domain/account-usage.ts';
import type { DayUsage } from '../domain/day-limits.ts';
import type { Call } from './call.ts';
import { citizenOf } from './session.ts';

/** Changes the counts in the transaction that keeps or deletes something: nothing is ever counted anew. */
export async function changeUsage(call: Call, citizenId: string, by: Partial<Usage>): Promise<void> {
  const citizen = await citizenOf(call, citizenId);
  await call.tx.put('citizens', citizenId, { ...citizen, usage: addUsage(citizen.usage, by) });
}

export async function keepDayUsage(call: Call, citizenId: string, dayUsage: DayUsage): Promise<void> {
  const citizen = await citizenOf(call, citizenId);
  await call.tx.put('citizens', citizenId, { ...citizen, dayUsage });
}
