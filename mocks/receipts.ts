import type { Change, CitizenRequest, Message } from '../contract/types.ts';
import { writeSigned } from '../domain/proof/read-receipt.ts';
import { claimsOf, type Signable, type SignReceipt } from '../domain/proof/signed-content.ts';
import { toBase64Url } from '../shared/base64url.ts';
import { sha256Base64Url } from '../shared/sha256.ts';
import type { Backend } from './backend.ts';
import type { Call } from './call.ts';
import { ownKey } from './own-key.ts';
import { openKey, requireReceiptKey } from './receipt-key.ts';
import { ISSUER, withSigned } from './signed-change.ts';

export async function signRequest(
  backend: Backend,
  citizenId: string,
  request: CitizenRequest,
): Promise<CitizenRequest> {
  const [change] = await signChanges(backend, citizenId, [{ type: 'request', request }]);
  return change?.type === 'request' ? change.request : request;
}

export async function signMessage(backend: Backend, citizenId: string, message: Message): Promise<Message> {
  const [change] = await signChanges(backend, citizenId, [{ type: 'message', message }]);
  return change?.type === 'message' ? change.message : message;
}

/**
 * Adds the receipts to changes before they are sent. A receipt is made when a device first asks for it, since a browser's transaction cannot wait for a
 * signature, and is then kept.
 */
export async function signChanges(
  backend: Backend,
  citizenId: string,
  changes: readonly Change[],
): Promise<Change[]> {
  if (changes.length === 0) return [];
  const { wanted, keys, known } = await backend.run((call) => findKnown(call, citizenId, changes));
  const missing = [...keys].filter(([, name]) => !known.has(name));
  const made = missing.length === 0 ? null : await makeReceipts(backend, missing);
  const kept = made ? await backend.run(({ tx }) => keepNew(tx, made, [...keys.values()])) : known;
  const receiptOf: SignReceipt = ({ id, kind }) => kept.get(ownKey(citizenId, id, kind)) ?? '';
  return wanted.map(({ change, ref }) => withSigned(change, ref, receiptOf));
}

/** Reads what is to be signed of the changes, the keys of the receipts, and the receipts that exist. */
async function findKnown(call: Call, citizenId: string, changes: readonly Change[]) {
  const wanted = await Promise.all(changes.map((each) => findWanted(call, citizenId, each)));
  const toSign = wanted.flatMap(({ change, ref }) => listToSign(change, ref));
  const keys = new Map(toSign.map((each) => [each, ownKey(citizenId, each.id, each.kind)]));
  return { wanted, keys, known: await readAll(call.tx, [...keys.values()]) };
}

interface Wanted {
  change: Change;
  ref: string;
}

async function findWanted({ tx }: Call, citizenId: string, change: Change): Promise<Wanted> {
  if (change.type !== 'message') return { change, ref: '' };
  const row = await tx.get('requests', ownKey(citizenId, change.message.requestId));
  return { change, ref: row?.request.reference ?? '' };
}

function listToSign(change: Change, ref: string): Signable[] {
  const found: Signable[] = [];
  withSigned(change, ref, (each) => {
    found.push(each);
    return '';
  });
  return found;
}

async function readAll(tx: Call['tx'], names: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of names) {
    const receipt = await tx.get('receipts', name);
    if (receipt !== undefined) found.set(name, receipt);
  }
  return found;
}

/** Keeps new receipts. One that another tab has made meanwhile stays: a receipt is one text for ever. */
async function keepNew(
  tx: Call['tx'],
  made: ReadonlyMap<string, string>,
  names: readonly string[],
): Promise<Map<string, string>> {
  const kept = await readAll(tx, names);
  for (const [name, receipt] of made) {
    if (kept.has(name)) continue;
    await tx.put('receipts', name, receipt);
    kept.set(name, receipt);
  }
  return kept;
}

/** Makes the missing receipts, by the keys under which they are kept. */
async function makeReceipts(
  backend: Backend,
  missing: readonly (readonly [Signable, string])[],
): Promise<Map<string, string>> {
  const key = await requireReceiptKey(backend);
  const sign = await openKey(key);
  const made = missing.map(async ([toSign, name]) => {
    const content = await sha256Base64Url(new TextEncoder().encode(toSign.content));
    const signed = writeSigned(claimsOf(toSign, { iss: ISSUER, content }), key.kid);
    return [name, `${signed}.${toBase64Url(await sign(signed))}`] as const;
  });
  return new Map(await Promise.all(made));
}
