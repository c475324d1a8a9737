import type { Change, CitizenRequest, Message } from '../contract/types.ts';
import { writeSigned } from '../domain/proof/read-receipt.ts';
import { claimsOf, type Signable, type SignReceipt } from '../domain/proof/signed-content.ts';
import { toBase64Url } from '../shared/base64url.ts';
import { sha256Base64Url } from '../shared/sha256.ts';
import type { Backend } from './backend.ts';
import type { Call } from './call.ts';
import { ownKey } from './own-key.ts';
import { createSignature, requireReceiptKey } from './receipt-key.ts';
import { ISSUER, withSigned } from './signed-change.ts';
import type { ReceiptKeyRow } from './tables.ts';

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
 * What is answered, with its receipts. They are made when something is first asked for, since a browser's transaction waits for no signature, and
 * kept.
 */
export async function signChanges(
  backend: Backend,
  citizenId: string,
  changes: readonly Change[],
): Promise<Change[]> {
  const wanted = await backend.run((call) =>
    Promise.all(changes.map((each) => findWanted(call, citizenId, each))),
  );
  const toSign = wanted.flatMap(({ change, ref }) => listToSign(change, ref));
  if (toSign.length === 0) return [...changes];
  const keys = new Map(toSign.map((each) => [each, ownKey(citizenId, each.id, each.kind)]));
  const known = await backend.run(({ tx }) => readAll(tx, [...keys.values()]));
  const key = await requireReceiptKey(backend);
  const made = new Map<string, string>();
  for (const [each, name] of keys) if (!known.has(name)) made.set(name, await makeReceipt(key, each));
  const kept = made.size === 0 ? known : await backend.run(({ tx }) => keepNew(tx, made, [...keys.values()]));
  const receiptOf: SignReceipt = ({ id, kind }) => kept.get(ownKey(citizenId, id, kind)) ?? '';
  return wanted.map(({ change, ref }) => withSigned(change, ref, receiptOf));
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

/** What another tab has signed meanwhile stays: a receipt is one text for ever. */
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

async function makeReceipt(key: ReceiptKeyRow, toSign: Signable): Promise<string> {
  const content = await sha256Base64Url(new TextEncoder().encode(toSign.content));
  const signed = writeSigned(claimsOf(toSign, { iss: ISSUER, content }), key.kid);
  return `${signed}.${toBase64Url(await createSignature(key, signed))}`;
}
