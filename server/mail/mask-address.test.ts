import { expect, it } from 'vitest';
import { isAddress } from './mask-address.ts';

it.each([
  'rita@exemplo.pt',
  "o'neil+balcao@sub.exemplo.pt",
  'joão@exemplo.pt',
  'rita@câmara.pt',
  'a@xn--cmara-4qa.pt',
])('mails can go to %s', (address) => expect(isAddress(address)).toBe(true));

it.each([
  'rita',
  'rita@exemplo',
  'rita@[127.0.0.1]',
  'rita@[IPv6:::1.2]',
  'rita@127.0.0.1',
  'ri\u0000ta@exemplo.pt',
  'rita@exem\u0000plo.pt',
  'rita@exemplo.pt\u0000',
  'rita\u202e@exemplo.pt',
  'rita@exemplo..pt',
  'rita,rui@exemplo.pt',
  'todos:rita@exemplo.pt;',
  `rita@${'a'.repeat(190)}.pt`,
])('no mail goes to %j, which names no mailbox of a domain', (address) =>
  expect(isAddress(address)).toBe(false),
);
