import { isIP, isIPv6 } from 'node:net';

/** An address of this machine that no other can reach. */
const LOOPBACK = '127.0.0.1';
const LOOPBACK_NAMES = ['localhost', LOOPBACK, '[::1]'];
const HOST = /^([\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

export interface ListenAddress {
  listenAt: string;
  /** The host names by which this server may be called, beside the loopback ones. */
  names: string[];
  /** The address that people see when a proxy is in front. */
  origin: string | null;
}

/** Reads where to listen. Other machines are served only if `HOST` says so. */
export function readListenAddress({
  HOST: host,
  ORIGIN: given,
}: Record<string, string | undefined>): ListenAddress {
  const origin = given || null;
  const names = [...(host ? [asBrowsersWrite(host)] : []), ...(origin ? [new URL(origin).hostname] : [])];
  return { listenAt: host || LOOPBACK, names, origin };
}

/** Returns a host as browsers name it in a call: in small letters, and an IPv6 address in its shortest form between brackets. */
function asBrowsersWrite(host: string): string {
  const address = `http://${isIPv6(host) ? `[${host}]` : host}`;
  return URL.canParse(address) ? new URL(address).hostname : host;
}

/**
 * Whether a call is for this server. Another site can let its own name lead to this machine: a browser would then treat what this server answers as that
 * site's own.
 */
export function isKnownHost(header: string | undefined, names: readonly string[]): boolean {
  const name = nameOf(header);
  return name !== undefined && [...LOOPBACK_NAMES, ...names].includes(name);
}

/** Whether the server is called by an IP address, which no site can let lead anywhere else. */
export function isAddressedByNumber(header: string | undefined): boolean {
  return isIP(nameOf(header)?.replace(/^\[(.*)\]$/, '$1') ?? '') !== 0;
}

function nameOf(header: string | undefined): string | undefined {
  return HOST.exec(header ?? '')?.[1]?.toLowerCase();
}
