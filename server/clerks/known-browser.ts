import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from '../context.ts';

const ID_BYTES = 16;
const MARK = /^([0-9a-f]{32})\.([0-9]{1,15})\.([0-9a-f]{64})$/;
const DAY_MS = 24 * 60 * 60_000;

/** Since the clerk last signed in there. */
export const KNOWN_BROWSER_MS = 180 * DAY_MS;

type Signer = Pick<Context, 'seal' | 'clocks'>;

/** By what a browser shows later on that this clerk has signed in there. It opens nothing: its tries are counted by themselves, no more. */
export function markBrowser({ seal, clocks }: Signer, userName: string, id: string | null): string {
  const body = `${id ?? randomBytes(ID_BYTES).toString('hex')}.${clocks.now()}`;
  return `${body}.${sign(seal, userName, body)}`;
}

/** Which browser of that clerk's it is; null: none that is known. */
export function readBrowserMark({ seal, clocks }: Signer, userName: string, mark: string): string | null {
  const [, id, at, signature] = MARK.exec(mark) ?? [];
  if (!id || !at || !signature || Number(at) + KNOWN_BROWSER_MS <= clocks.now()) return null;
  const isOurs = timingSafeEqual(Buffer.from(signature), Buffer.from(sign(seal, userName, `${id}.${at}`)));
  return isOurs ? id : null;
}

function sign(seal: Signer['seal'], userName: string, body: string): string {
  return Buffer.from(seal.fingerprint(`clerk browser/${userName}/${body}`)).toString('hex');
}
