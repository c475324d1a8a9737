import { expect, test } from 'vitest';
import { CLAIMS, createSigner, ISSUER } from '../../../testing/sign-receipt.ts';
import { checkReceipt, type PublishedKeys } from './check-receipt.ts';

const [signer, newer] = [await createSigner(), await createSigner()];
const KEPT: PublishedKeys = { issuers: [ISSUER], keys: [signer.jwk] };

/** The keys that a device keeps and those that the service has today; records what was asked. */
function readKeys(kept: PublishedKeys | null, today: PublishedKeys | null = null) {
  const asked: boolean[] = [];
  const read = async (anew: boolean) => {
    asked.push(anew);
    return anew ? today : kept;
  };
  return { asked, read };
}

test('a receipt whose key is kept here is proven without asking anybody', async () => {
  const { read, asked } = readKeys(KEPT);
  expect(await checkReceipt(await signer.sign(), read)).toEqual({ ok: true, claims: CLAIMS });
  expect(asked).toEqual([false]);
});

test('a receipt signed with a key of today is proven once the keys have been asked for anew', async () => {
  const jws = await newer.sign();
  const today = { issuers: [ISSUER], keys: [newer.jwk, signer.jwk] };
  expect(await checkReceipt(jws, readKeys(KEPT, today).read)).toMatchObject({ ok: true });
  expect(await checkReceipt(jws, readKeys(KEPT, KEPT).read)).toEqual({ ok: false, why: 'unknown-key' });
});

test.each([
  ['signed with a key that this device does not keep', () => newer.sign()],
  ['of a service that this device does not know', () => signer.sign({ iss: 'https://moved.example' })],
])('offline nothing is said against a receipt %s: the keys kept here may be old', async (_which, sign) => {
  expect(await checkReceipt(await sign(), readKeys(KEPT).read)).toEqual({ ok: false, why: 'old-keys' });
});

test('a receipt from before the service moved is its own', async () => {
  const issuers = ['https://moved.example', ISSUER];
  const keys = { ...KEPT, issuers };
  const moved = readKeys(keys, keys);
  expect(await checkReceipt(await signer.sign(), moved.read)).toMatchObject({ ok: true });
  const other = await signer.sign({ iss: 'https://other.example' });
  expect(await checkReceipt(other, moved.read)).toEqual({ ok: false, why: 'other-service' });
});

test('an altered receipt is called so at once: newer keys would not mend it', async () => {
  const { read, asked } = readKeys(KEPT, KEPT);
  const jws = await signer.sign();
  const altered = `${jws.slice(0, -2)}${jws.at(-2) === 'A' ? 'Q' : 'A'}${jws.slice(-1)}`;
  expect(await checkReceipt(altered, read)).toEqual({ ok: false, why: 'altered' });
  expect(asked).toEqual([false]);
});

test('without keys nothing is said against a receipt, and without a receipt no key is asked for', async () => {
  expect(await checkReceipt(await signer.sign(), readKeys(null).read)).toEqual({ ok: false, why: 'no-keys' });
  const { read, asked } = readKeys(KEPT);
  expect(await checkReceipt(null, read)).toEqual({ ok: false, why: 'not-found' });
  expect(asked).toEqual([]);
});
