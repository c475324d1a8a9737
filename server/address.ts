import { isIPv4, isIPv6 } from 'node:net';

/** All callers whose address cannot be read count as one network. */
const NO_NETWORK = 'none';
/** Longer than any address with its zone, brackets and port. */
const LENGTH_MAX = 100;
const IN_BRACKETS = /^\[([^\]]+)\](?::\d{1,5})?$/;
const IPV4_WITH_PORT = /^([\d.]+):\d{1,5}$/;
const IPV4_INSIDE = /^::ffff:([\da-f]{1,4}):([\da-f]{1,4})$/;
const IPV6_GROUPS = 8;
const NETWORK_GROUPS = 4;

/**
 * Returns an address in one form, however a proxy or a socket writes it: with a port, in brackets, with a zone, or IPv4 inside IPv6. Returns null when the text
 * is no address.
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

/** Returns the network by which a caller is counted. Anybody gets an IPv6 network of 2^64 addresses and may use each of them once. */
export function networkOf(address: string): string {
  const read = readAddress(address);
  if (read === null || isIPv4(read)) return read ?? NO_NETWORK;
  const network = groupsOf(read).slice(0, NETWORK_GROUPS).join(':');
  return `${canonicalIpv6(`${network}::`)}/64`;
}

/** Writes an IPv6 address as RFC 5952 does. */
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
