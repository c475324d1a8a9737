import fc from 'fast-check';
import { calculateJwkThumbprint, compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import vectors from '../../contract/receipt-vectors.json' with { type: 'json' };
import { fromBase64Url, toBase64Url } from '../../shared/base64url.ts';
import { CLAIMS, createSigner, ISSUER, otherS } from '../../testing/sign-receipt.ts';
import { canonicalJson } from './canonical-json.ts';
import { readReceipt } from './read-receipt.ts';
import { parseReceiptClaims } from './receipt-claims.ts';
import { thumbprint, verifyReceipt } from './verify-receipt.ts';

const { issuer, keys, proven, unproven } = vectors;
const signer = await createSigner();
const sound = await signer.sign();

const BITS = [1, 2, 4, 8, 16, 32, 64, 128];

describe('the vectors of the contract', () => {
  it.each(proven)('prove $title', async ({ jws, claims }) => {
    expect(await verifyReceipt(jws, keys, issuer)).toEqual({ ok: true, claims });
  });

  it.each(unproven)('prove nothing with $title', async ({ jws, why }) => {
    expect(await verifyReceipt(jws, keys, issuer)).toEqual({ ok: false, why });
  });

  it.each(proven)('are held by jose too: $title', async ({ jws, claims }) => {
    const kid = readReceipt(jws)?.kid;
    const thumbprints = await Promise.all(keys.map((key) => calculateJwkThumbprint(key)));
    expect(thumbprints).toEqual(await Promise.all(keys.map(thumbprint)));
    const key = keys[thumbprints.indexOf(kid ?? '')];
    const { payload, protectedHeader } = await compactVerify(jws, await importJWK(key ?? {}, 'ES256'));
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual(claims);
    expect(protectedHeader).toEqual({ alg: 'ES256', kid, typ: 'eclic-receipt' });
  });
});

describe('a receipt', () => {
  it('is proven on a device whose clock is years off, since no clock is asked', async () => {
    const at = '2099-12-31T23:59:59.999Z';
    const jws = await signer.sign({ at });
    expect(await verifyReceipt(jws, [signer.jwk], ISSUER)).toEqual({ ok: true, claims: { ...CLAIMS, at } });
  });

  it('is proven for the ten-millionth request too', async () => {
    const ref = 'EC-2027-10000000';
    const jws = await signer.sign({ ref });
    expect(await verifyReceipt(jws, [signer.jwk], ISSUER)).toEqual({ ok: true, claims: { ...CLAIMS, ref } });
  });

  it('from before a key was changed is proven as long as the old key is published', async () => {
    const newer = await createSigner();
    expect(await verifyReceipt(sound, [newer.jwk, signer.jwk], ISSUER)).toMatchObject({ ok: true });
    expect(await verifyReceipt(sound, [newer.jwk], ISSUER)).toEqual({ ok: false, why: 'unknown-key' });
    expect(await verifyReceipt(sound, [], ISSUER)).toEqual({ ok: false, why: 'unknown-key' });
  });

  it('is none of ours where it says another origin, whoever signed it', async () => {
    for (const iss of [
      'http://eclic.example',
      'https://eclic.example:8443',
      'https://eclic.example.evil.example',
    ]) {
      const why = 'other-service';
      const [known, stranger] = [await signer.sign({ iss }), await (await createSigner()).sign({ iss })];
      expect(await verifyReceipt(known, [signer.jwk], ISSUER)).toEqual({ ok: false, why });
      expect(await verifyReceipt(stranger, [signer.jwk], ISSUER)).toEqual({ ok: false, why });
    }
  });

  it('is known by its key, not by the name that somebody gives a key', async () => {
    const stranger = await createSigner();
    const kid = await thumbprint(signer.jwk);
    const forged = await stranger.signText(canonicalJson(CLAIMS), { kid });
    expect(await verifyReceipt(forged, [signer.jwk], ISSUER)).toEqual({ ok: false, why: 'altered' });
    const misnamed = { ...stranger.jwk, kid };
    expect(await verifyReceipt(forged, [misnamed], ISSUER)).toEqual({ ok: false, why: 'unknown-key' });
  });

  it('is not proven by a key that is no point of the curve', async () => {
    const broken = { kty: 'EC', crv: 'P-256', x: signer.jwk.y ?? '', y: signer.jwk.y ?? '' };
    const jws = await signer.signText(canonicalJson(CLAIMS), {
      kid: await thumbprint(broken),
    });
    expect(await verifyReceipt(jws, [broken], ISSUER)).toEqual({ ok: false, why: 'altered' });
  });

  it('proves nothing with any single bit of its text flipped', async () => {
    for (let place = 0; place < sound.length; place += 1) {
      const flipped = BITS.map((bit) => String.fromCharCode(sound.charCodeAt(place) ^ bit));
      const passed = await Promise.all(
        flipped.map(async (character) => {
          const jws = sound.slice(0, place) + character + sound.slice(place + 1);
          return (await verifyReceipt(jws, [signer.jwk], ISSUER)).ok;
        }),
      );
      if (passed.includes(true)) throw new Error(`A bit of character ${place} may be flipped`);
    }
  });

  it('has no text but its own: nothing that is put in, left out or doubled passes', async () => {
    const edit = fc.tuple(fc.nat(sound.length), fc.nat(5), fc.string({ maxLength: 3 }));
    await fc.assert(
      fc.asyncProperty(edit, async ([place, removed, added]) => {
        const jws = sound.slice(0, place) + added + sound.slice(place + removed);
        const verdict = await verifyReceipt(jws, [signer.jwk], ISSUER);
        expect(verdict.ok).toBe(jws === sound);
      }),
    );
  });

  it('that was given is proven whichever s it has, one of version 2 with the low one alone', async () => {
    for (const v of [1, 2] as const) {
      const jws = await signer.sign({ v });
      const [header, claims, signature = ''] = jws.split('.');
      const other = toBase64Url(otherS(fromBase64Url(signature) ?? new Uint8Array()));
      const both = [jws, `${header}.${claims}.${other}`];
      const verdicts = await Promise.all(both.map((each) => verifyReceipt(each, [signer.jwk], ISSUER)));
      expect(verdicts.filter(({ ok }) => ok)).toHaveLength(v === 1 ? 2 : 1);
      for (const verdict of verdicts)
        expect(verdict).toEqual(
          verdict.ok ? { ok: true, claims: { ...CLAIMS, v } } : { ok: false, why: 'unreadable' },
        );
    }
  });

  it('is never thought one, nor breaks the reader, whatever is brought', async () => {
    const parts = fc.array(fc.oneof(fc.base64String(), fc.string(), fc.json()), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          parts.map((all) => all.join('.')),
        ),
        async (text) => {
          expect(await verifyReceipt(text, [signer.jwk], ISSUER)).toEqual({ ok: false, why: 'unreadable' });
        },
      ),
    );
  });

  it.each([
    ['iss', 'https://eclic.example/'],
    ['iss', 'https://eclic.example/app'],
    ['iss', 'ftp://eclic.example'],
    ['iss', 'https://maria@eclic.example'],
    ['ref', 'EC-2026-123'],
    ['ref', 'EC-2026-0000123\n'],
    ['id', '0198C5A0-0000-7000-8000-000000000123'],
    ['kind', 'toString'],
    ['at', '2026-11-29T10:31:00.000+00:00'],
    ['at', '2026-11-29'],
    ['at', 1_796_000_000],
    ['content', CLAIMS.content.slice(1)],
    ['content', `${CLAIMS.content}A`],
    ['files', null],
    ['files', ['']],
    ['files', [CLAIMS.content, 7]],
    ['v', '1'],
    ['v', 3],
  ])('may not say %s %j', (field, value) => {
    expect(parseReceiptClaims({ ...CLAIMS, [field]: value })).toBeNull();
    expect(parseReceiptClaims(CLAIMS)).toEqual(CLAIMS);
  });
});
