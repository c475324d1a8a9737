import { problem } from '../contract/problem.ts';
import type { OnBehalfOf } from '../contract/types.ts';
import type { Call } from './call.ts';
import { PEOPLE } from './people.ts';
import { citizenOf } from './session.ts';
import type { CitizenRow } from './tables.ts';

/** A citizen, and a person for whom they may act, or might until the representation ended. */
export interface Representation {
  citizenId: string;
  name: string;
  representedId: string;
  representedName: string;
  isActive: boolean;
}

/** Returns the named person, as the server knows them, if the citizen may act for that person. */
export async function findRepresented(
  call: Call,
  citizen: CitizenRow,
  named: Pick<OnBehalfOf, 'id'> | null,
): Promise<OnBehalfOf | null> {
  if (named === null || !citizen.represents.includes(named.id)) return null;
  const { id, name } = await citizenOf(call, named.id);
  return { id, name };
}

/** Lists the representations with which the world begins, as they are now. */
export async function listRepresentations(call: Call): Promise<Representation[]> {
  const all: Representation[] = [];
  for (const { id, represents } of PEOPLE) {
    const citizen = await citizenOf(call, id);
    for (const representedId of represents) {
      const { name: representedName } = await citizenOf(call, representedId);
      const isActive = citizen.represents.includes(representedId);
      all.push({ citizenId: id, name: citizen.name, representedId, representedName, isActive });
    }
  }
  return all;
}

/** Ends a representation, as either side may at any time, or gives it back, in the place that it had. */
export async function setRepresentation(
  call: Call,
  { citizenId, representedId, isActive }: Pick<Representation, 'citizenId' | 'representedId' | 'isActive'>,
): Promise<void> {
  const all = (await listRepresentations(call)).filter((one) => one.citizenId === citizenId);
  if (!all.some((one) => one.representedId === representedId)) throw problem('not-found');
  const represents = all
    .filter((one) => (one.representedId === representedId ? isActive : one.isActive))
    .map((one) => one.representedId);
  await call.tx.put('citizens', citizenId, { ...(await citizenOf(call, citizenId)), represents });
}
