import { randomBytes } from 'node:crypto';
import { findAccount } from './accounts/find-account.ts';
import { addCitizen, findCitizenId } from './citizens.ts';
import type { Tx } from './db/schema.ts';
import { isAddress, maskAddress } from './mail/mask-address.ts';
import type { Seal } from './seal.ts';
import type { Confirmed } from './sessions/sign-in-ways.ts';

const ID_BYTES = 10;
const NAME_MAX = 300;

/**
 * Somebody whom others vouch for: a provider, or whoever runs the server. Made at the first time; later ones tell the name anew. Nobody closes their
 * account from then on until the transaction ends; where somebody does just before, they are made again.
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
    const named = tx
      .updateTable('citizens')
      .set({ name })
      .where('id', '=', id ?? '')
      .returning('id');
    const known = await named.executeTakeFirst();
    if (known) return known.id;
  }
}

/** The provider's address is for news. Where codes go, whoever runs the server has said: with another, the provider could let in whom it likes. */
export async function knowConfirmed(tx: Tx, seal: Seal, told: Confirmed): Promise<string> {
  const id = await knowCitizen(tx, seal, told);
  if (told.email !== null && !(await findAccount(tx, id))) await reachCitizen(tx, seal, id, told.email);
  return id;
}

/** From now on by this address; what is none changes nothing. */
export async function reachCitizen(tx: Tx, seal: Seal, id: string, email: string): Promise<void> {
  if (!isAddress(email)) return;
  const contact = JSON.stringify({ channel: 'email', masked: maskAddress(email) });
  const emailSealed = seal.seal(email, id);
  await tx.updateTable('citizens').set({ contact, emailSealed }).where('id', '=', id).execute();
}

/** It does not follow from the NISS, of which a hash can be guessed. */
function newCitizenId(): string {
  return `c_${randomBytes(ID_BYTES).toString('hex')}`;
}
