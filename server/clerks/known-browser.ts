import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';

const ID_BYTES = 16;
const MARK = /^([0-9a-f]{32})\.([0-9]{1,15})\.([0-9a-f]{64})$/;
const DAY_MS = 24 * 60 * 60_000;

/** How long a browser is known after the clerk last signed in there. */
export const KNOWN_BROWSER_MS = 180 * DAY_MS;

type Signer = Pick<Context, 'seal' | 'clocks'>;

/**
 * Makes the mark by which a browser shows later on that this clerk has signed in there. It opens nothing: the tries of this browser are only counted by
 * themselves.
 */
export function markBrowser({ seal, clocks }: Signer, userName: string, id: string | null): string {
  const body = `${id ?? randomBytes(ID_BYTES).toString('hex')}.${clocks.now()}`;
  return `${body}.${sign(seal, userName, body)}`;
}

/** Returns the id of the clerk's browser; null: the mark is not valid. */
export function readBrowserMark({ seal, clocks }: Signer, userName: string, mark: string): string | null {
  const [, id, at, signature] = MARK.exec(mark) ?? [];
  if (!id || !at || !signature || Number(at) + KNOWN_BROWSER_MS <= clocks.now()) return null;
  const isOurs = timingSafeEqual(Buffer.from(signature), Buffer.from(sign(seal, userName, `${id}.${at}`)));
  return isOurs ? id : null;
}

function sign(seal: Signer['seal'], userName: string, body: string): string {
  return Buffer.from(seal.fingerprint(`clerk browser/${userName}/${body}`)).toString('hex');
}
