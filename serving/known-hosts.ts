import { isIP } from 'node:net';

/** An address of this machine that no other can reach. */
const LOOPBACK = '127.0.0.1';
const LOOPBACK_NAMES = ['localhost', LOOPBACK, '[::1]'];
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

export interface Place {
  listenAt: string;
  /** By which it may be called, beside the loopback ones. */
  names: string[];
  /** The address that people see, where a proxy stands in front. */
  origin: string | null;
}

/** Other machines are served only if `HOST` says so. */
export function readPlace({ HOST: host, ORIGIN: given }: Record<string, string | undefined>): Place {
  const origin = given || null;
  const names = [...(host ? [host] : []), ...(origin ? [new URL(origin).hostname] : [])];
  return { listenAt: host || LOOPBACK, names, origin };
}

/**
 * Whether a call is for this server. A site can let its own name lead to this machine: then a browser would show the site whatever stands
 * here, as if it were its own.
 */
export function isKnownHost(header: string | undefined, names: readonly string[]): boolean {
  const name = nameOf(header);
  return name !== undefined && [...LOOPBACK_NAMES, ...names].includes(name);
}

/** Whether it is called by a number in the network, which no site can let lead anywhere else. */
export function isAddressedByNumber(header: string | undefined): boolean {
  return isIP(nameOf(header)?.replace(/^\[(.*)\]$/, '$1') ?? '') !== 0;
}

function nameOf(header: string | undefined): string | undefined {
  return HOST.exec(header ?? '')?.[1]?.toLowerCase();
}
