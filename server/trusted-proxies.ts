import { BlockList, isIPv4 } from 'node:net';
import * as v from 'valibot';
import { readAddress } from './address.ts';

/** Tells whether a machine's word is believed about who called it. `address` is that machine's, and `hop` how many machines stand between it and the server. */
export type TrustsProxy = (address: string, hop: number) => boolean;

const HOPS = /^[0-9]$/;
const PREFIX_MAX = { ipv4: 32, ipv6: 128 } as const;
const SENTENCE =
  'TRUSTED_PROXIES must be how many proxies stand one behind the other (0 to 9), or their addresses and networks, as 192.0.2.1, 10.0.0.0/8.';

export const trustedProxies = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }): TrustsProxy => {
    const trusts = readTrusted(dataset.value);
    if (trusts) return trusts;
    addIssue({ message: SENTENCE });
    return NEVER;
  }),
);

/** Trusts the nearest `hops` proxies. */
export function trustHops(hops: number): TrustsProxy {
  return (_address, hop) => hop < hops;
}

/**
 * Returns the caller's address. Each proxy adds who called it to the header, after what stood there before, which may be anything. So the header is read from
 * its end, and only as far as its writers are trusted.
 */
export function callerAddress(trusts: TrustsProxy, peer: string, forwarded: string): string {
  let address = readAddress(peer) ?? '';
  for (const [hop, entry] of forwarded.split(',').toReversed().entries()) {
    const before = trusts(address, hop) ? readAddress(entry.trim()) : null;
    if (before === null) break;
    address = before;
  }
  return address;
}

/** Returns null for a text that is neither a number of hops nor a list of addresses and networks. */
function readTrusted(text: string): TrustsProxy | null {
  if (HOPS.test(text)) return trustHops(Number(text));
  const list = new BlockList();
  for (const network of text.split(',')) if (!addNetwork(list, network.trim())) return null;
  return (address) => address !== '' && list.check(address, familyOf(address));
}

function addNetwork(list: BlockList, text: string): boolean {
  const [written = '', prefix, ...more] = text.split('/');
  const address = readAddress(written);
  if (address === null || more.length > 0) return false;
  const family = familyOf(address);
  if (prefix === undefined) list.addAddress(address, family);
  else if (!/^[0-9]{1,3}$/.test(prefix) || Number(prefix) > PREFIX_MAX[family]) return false;
  else list.addSubnet(address, Number(prefix), family);
  return true;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}
