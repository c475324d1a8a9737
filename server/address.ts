import { isIPv4, isIPv6 } from 'node:net';

/** Whoever has no address that can be read is one with all others who have none. */
const NO_NETWORK = 'none';
/** More than any address with its zone, brackets and port. */
const LENGTH_MAX = 100;
const IN_BRACKETS = /^\[([^\]]+)\](?::\d{1,5})?$/;
const IPV4_WITH_PORT = /^([\d.]+):\d{1,5}$/;
const IPV4_INSIDE = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/;
const IPV6_GROUPS = 8;
const NETWORK_GROUPS = 4;

/**
 * An address in one form alone, however a proxy or a socket writes it: with a port, in brackets, with a zone, IPv4 inside IPv6. Null: it is
 * none.
 */
export function readAddress(text: string): string | null {
  if (text.length > LENGTH_MAX) return null;
  const bare = IN_BRACKETS.exec(text)?.[1] ?? IPV4_WITH_PORT.exec(text)?.[1] ?? text;
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return null;
  const address = canonicalIpv6(bare.replace(/%.*$/, ''));
  const [, high, low] = IPV4_INSIDE.exec(address) ?? [];
  return high && low ? [...bytesOf(high), ...bytesOf(low)].join('.') : address;
}

/** As whom a caller is counted. Of IPv6 anybody is given a network of 2^64 addresses, and may use each of them once. */
export function networkOf(address: string): string {
  const read = readAddress(address);
  if (read === null || isIPv4(read)) return read ?? NO_NETWORK;
  const network = groupsOf(read).slice(0, NETWORK_GROUPS).join(':');
  return `${canonicalIpv6(`${network}::`)}/64`;
}

/** As RFC 5952 writes it. */
function canonicalIpv6(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}

function groupsOf(canonical: string): string[] {
  const [start = [], end = []] = canonical.split('::').map((half) => half.split(':').filter(Boolean));
  const left = IPV6_GROUPS - start.length - end.length;
  return [...start, ...Array<string>(left).fill('0'), ...end];
}

function bytesOf(group: string): [number, number] {
  const value = Number.parseInt(group, 16);
  return [value >> 8, value & 0xff];
}
