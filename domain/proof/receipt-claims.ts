import { REFERENCE } from '../../contract/reference.ts';

export const PROVEN_KINDS = ['request', 'reply', 'withdrawal', 'answer'] as const;

/** What was received; `answer` is a message of the office. */
type ProvenKind = (typeof PROVEN_KINDS)[number];

/** What a receipt says and the service signs. It has no name, no NISS and no word that anybody wrote. */
export interface ReceiptClaims {
  /** Servers sign 1, which receipts have whose `s` is as it came. Of 2 the `s` is low. */
  v: 1 | 2;
  /** The origin of the service that signed. */
  iss: string;
  /** The reference of the request, also when the receipt is for a message. */
  ref: string;
  /** The id of the request or the message. */
  id: string;
  kind: ProvenKind;
  /** When the service received it, or the office sent it. */
  at: string;
  /** SHA-256 of the content's canonical JSON, in base64url. */
  content: string;
  /** SHA-256 of each file, in base64url. */
  files: string[];
}

const ORIGIN = /^https?:\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d{1,5})?$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** 32 bytes in base64url: after the last whole byte all bits are zero. */
const SHA256 = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

/** Returns null when a field is missing, is one too many, or is not written in the one way that the format has for it. */
export function parseReceiptClaims(value: unknown): ReceiptClaims | null {
  if (typeof value !== 'object' || value === null) return null;
  const { v, iss, ref, id, kind, at, content, files, ...others } = value as Record<string, unknown>;
  const fits =
    (v === 1 || v === 2) &&
    isOrigin(iss) &&
    isText(ref) &&
    REFERENCE.test(ref) &&
    isText(id) &&
    UUID.test(id) &&
    isProvenKind(kind) &&
    isInstant(at) &&
    isSha256(content) &&
    Array.isArray(files) &&
    files.every(isSha256) &&
    Object.keys(others).length === 0;
  return fits ? { v, iss, ref, id, kind, at, content, files } : null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isProvenKind(value: unknown): value is ProvenKind {
  return PROVEN_KINDS.some((kind) => kind === value);
}

function isOrigin(value: unknown): value is string {
  return isText(value) && ORIGIN.test(value);
}

function isInstant(value: unknown): value is string {
  if (!isText(value) || Number.isNaN(Date.parse(value))) return false;
  return new Date(value).toISOString() === value;
}

/** Whether this is the text by which receipts write a hash or a key's thumbprint. */
export function isSha256(value: unknown): value is string {
  return isText(value) && SHA256.test(value);
}
