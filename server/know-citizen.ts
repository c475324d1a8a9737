import { randomBytes } from 'node:crypto';
import { findAccount } from './accounts/find-account.ts';
import { addCitizen, findCitizenId, lockIfThere } from './citizens.ts';
import type { Tx } from './db/schema.ts';
import { addJob } from './jobs/add-job.ts';
import { isAddress, maskAddress } from './mail/mask-address.ts';
import type { Seal } from './seal.ts';
import type { Confirmed } from './sessions/sign-in-ways.ts';

const ID_BYTES = 10;
const NAME_MAX = 300;

/**
 * Returns the id of a citizen for whom a provider or whoever runs the server vouches, and adds the citizen when they are new. A later call changes the name.
 * Nobody can close the account from then on until the transaction ends; when somebody does just before, the citizen is added again.
 */
export async function knowCitizen(
  tx: Tx,
  seal: Seal,
  told: Pick<Confirmed, 'niss' | 'name'>,
): Promise<string> {
  const { niss } = told;
  const name = told.name.slice(0, NAME_MAX);
  for (;;) {
    await addCitizen(tx, seal, { id: newCitizenId(), niss, name, contact: null });
    const id = await findCitizenId(tx, seal, niss);
    const known = await lockIfThere(tx, id ?? '');
    if (!known) continue;
    if (known.name !== name) await rename(tx, known.id, name);
    return known.id;
  }
}

async function rename(tx: Tx, citizenId: string, name: string): Promise<void> {
  await tx.updateTable('citizens').set({ name }).where('id', '=', citizenId).execute();
  await addJob(tx, { name: 'keepWordsOf', payload: { citizenId }, dueAt: 0 });
}

/**
 * A provider's address is for news. It never replaces the address of an account, to which codes go and which whoever runs the server has entered: otherwise the
 * provider could let in whom it likes.
 */
export async function knowConfirmed(tx: Tx, seal: Seal, told: Confirmed): Promise<string> {
  const id = await knowCitizen(tx, seal, told);
  if (told.email !== null && !(await findAccount(tx, id))) await reachCitizen(tx, seal, id, told.email);
  return id;
}

/** Sets the address to which the citizen's news go. A text that is no address changes nothing. */
export async function reachCitizen(tx: Tx, seal: Seal, id: string, email: string): Promise<void> {
  if (!isAddress(email)) return;
  const contact = JSON.stringify({ channel: 'email', masked: maskAddress(email) });
  const emailSealed = seal.seal(email, id);
  await tx.updateTable('citizens').set({ contact, emailSealed }).where('id', '=', id).execute();
}

/** The id does not derive from the NISS: whoever has a hash of a NISS can guess it. */
function newCitizenId(): string {
  return `c_${randomBytes(ID_BYTES).toString('hex')}`;
}
