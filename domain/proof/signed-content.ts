import type { Attachment, CitizenRequest, Message } from '../../contract/types.ts';
import { toBase64Url } from '../../shared/base64url.ts';
import type { Written } from '../written/words.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ReceiptClaims } from './receipt-claims.ts';

/** What a receipt stands for: something that a server keeps, before anybody has signed it. */
export interface Signable extends Pick<ReceiptClaims, 'kind' | 'ref' | 'id' | 'at'> {
  /** The canonical JSON that is hashed. */
  content: string;
  files: readonly Pick<Attachment, 'sha256'>[];
}

export type SignReceipt = (toSign: Signable) => string;

/** Takes the fields of a request that its receipt stands for; the contract lists them (`Receipt`). */
export function requestToSign(request: CitizenRequest): Signable {
  const { id, reference: ref, receivedAt: at, attachments: files } = request;
  const { kind, onBehalfOf, description, complaint, topic, aboutRequestId = null } = request;
  const written: Written = { description, complaint };
  const content = canonicalJson({ kind, onBehalfOf, topic, aboutRequestId, ...written });
  return { kind: 'request', ref, id, at, content, files };
}

/** Returns null when the request is not withdrawn. */
export function withdrawalToSign({ id, reference: ref, history }: CitizenRequest): Signable | null {
  const withdrawn = history.find(({ state }) => state === 'withdrawn');
  return (
    (withdrawn && { kind: 'withdrawal', ref, id, at: withdrawn.at, content: canonicalJson({}), files: [] }) ??
    null
  );
}

export function messageToSign(message: Message, ref: string): Signable {
  const { id, author, sentAt: at, body, purpose, attachments: files } = message;
  const kind = author === 'office' ? 'answer' : 'reply';
  return { kind, ref, id, at, content: canonicalJson({ body, purpose }), files };
}

/** Returns the request with the receipts that it lacks. */
export function withReceipts(request: CitizenRequest, sign: SignReceipt): CitizenRequest {
  const receipt = request.receipt ?? sign(requestToSign(request));
  const withdrawal = withdrawalToSign(request);
  const withdrawalReceipt = request.withdrawalReceipt ?? (withdrawal && sign(withdrawal));
  return { ...request, receipt, ...(withdrawalReceipt && { withdrawalReceipt }) };
}

/** Returns the message with its receipt. */
export function withReceipt(message: Message, ref: string, sign: SignReceipt): Message {
  return { ...message, receipt: message.receipt ?? sign(messageToSign(message, ref)) };
}

/**
 * Makes the claims of the receipt; `content` is the SHA-256 of the canonical form, in base64url. Servers sign version 1 until the apps of the release before
 * read version 2 as well.
 */
export function claimsOf(
  { kind, ref, id, at, files }: Signable,
  { v = 1, iss, content }: Pick<ReceiptClaims, 'iss' | 'content'> & Partial<Pick<ReceiptClaims, 'v'>>,
): ReceiptClaims {
  const hashes = files.map(({ sha256 }) => toBase64Url(bytesOfHex(sha256)));
  return { v, iss, ref, id: id.toLowerCase(), kind, at, content, files: hashes };
}

function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
}
