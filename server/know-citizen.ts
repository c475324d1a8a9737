import { randomBytes } from 'node:crypto';
import { addCitizen, findCitizenId } from './citizens.ts';
import type { Tx } from './db/schema.ts';
import { isAddress, maskAddress } from './mail/mask-address.ts';
import type { Seal } from './seal.ts';
import type { Confirmed } from './sessions/sign-in-ways.ts';

const ID_BYTES = 10;
const NAME_MAX = 300;

/**
 * Somebody whom others vouch for: a provider, or whoever runs the server. Made at the first time; later ones tell the name and the address anew.
 * Without an address the one that is known stays.
 */
export async function knowCitizen(tx: Tx, seal: Seal, told: Confirmed): Promise<string> {
  const { niss } = told;
  const name = told.name.slice(0, NAME_MAX);
  await addCitizen(tx, seal, { id: newCitizenId(), niss, name, contact: null });
  const id = await findCitizenId(tx, seal, niss);
  if (id === undefined) throw new Error('Whoever was added is known');
  const reached = told.email !== null && isAddress(told.email) ? reach(seal, id, told.email) : {};
  await tx
    .updateTable('citizens')
    .set({ name, ...reached })
    .where('id', '=', id)
    .execute();
  return id;
}

function reach(seal: Seal, id: string, email: string) {
  const contact = JSON.stringify({ channel: 'email', masked: maskAddress(email) });
  return { contact, emailSealed: seal.seal(email, id) };
}

/** It does not follow from the NISS, of which a hash can be guessed. */
function newCitizenId(): string {
  return `c_${randomBytes(ID_BYTES).toString('hex')}`;
}
