import { describe, expect, test } from 'vitest';
import type { CitizenRequest } from '../../../contract/types.ts';
import type { ReceiptClaims } from '../../../domain/proof/receipt-claims.ts';
import { messageToSign, requestToSign, type Signable } from '../../../domain/proof/signed-content.ts';
import { sha256Base64Url } from '../../../shared/sha256.ts';
import { citizenMessage, NOON, registeredRequest } from '../../../testing/builders.ts';
import { ISSUER } from '../../../testing/sign-receipt.ts';
import { createZipWriter } from '../../lib/zip/zip.ts';
import { compareFile } from './compare.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const hash = (text: string) => sha256Base64Url(encode(text));

const REQUEST = registeredRequest('3f0c1d1e-8a34-4bb0-9a45-0d6d3a9d2a11');
const MESSAGE = citizenMessage('8d6f2a10-52a3-4c43-9a4f-4d1b6f6b0002', REQUEST.id);

async function claimsOf(signable: Signable, ...files: string[]): Promise<ReceiptClaims> {
  const { kind, ref, id, at, content } = signable;
  return {
    ...{ v: 1, iss: ISSUER, kind, ref, id, at },
    content: await hash(content),
    files: await Promise.all(files.map(hash)),
  };
}

async function zipOf(files: Record<string, string>): Promise<Blob> {
  const zip = await createZipWriter(NOON);
  for (const [path, text] of Object.entries(files)) zip.add(path, encode(text), 'deflate');
  return zip.finish();
}

const zipWith = (request: CitizenRequest, files: Record<string, string> = {}) =>
  zipOf({ 'EC/pedido.json': JSON.stringify({ request, messages: [MESSAGE] }), ...files });

describe('a file', () => {
  test('is what was delivered, or is not where one letter differs', async () => {
    const claims = await claimsOf(requestToSign(REQUEST), 'fatura', 'carta');
    expect(await compareFile(new Blob(['carta']), claims)).toEqual({ is: 'file', isDelivered: true });
    expect(await compareFile(new Blob(['cartA']), claims)).toEqual({ is: 'file', isDelivered: false });
    expect(await compareFile(new Blob([]), claims)).toEqual({ is: 'file', isDelivered: false });
  });

  test('that is a ZIP itself may have been delivered, and another is a file like any', async () => {
    const zip = await zipOf({ 'word/document.xml': '<x/>' });
    const claims = await claimsOf(requestToSign(REQUEST));
    const own = { ...claims, files: [await sha256Base64Url(await zip.arrayBuffer())] };
    expect(await compareFile(zip, own)).toEqual({ is: 'file', isDelivered: true });
    expect(await compareFile(zip, claims)).toEqual({ is: 'file', isDelivered: false });
  });
});

describe('a ZIP of e-Clic', () => {
  test('has the words and files that were delivered', async () => {
    const claims = await claimsOf(requestToSign(REQUEST), 'fatura', 'carta');
    const zip = await zipWith(REQUEST, { 'EC/anexos/a.pdf': 'fatura', 'EC/anexos/b.pdf': 'carta' });
    expect(await compareFile(zip, claims)).toEqual({ is: 'zip', found: 2, total: 2, words: 'same' });
  });

  test('whose words were written anew is told from what was delivered, and so is one with another date', async () => {
    const claims = await claimsOf(requestToSign(REQUEST), 'fatura');
    for (const changed of [{ description: 'Outra coisa.' }, { receivedAt: '2026-11-24T12:00:00.000Z' }]) {
      const zip = await zipWith({ ...REQUEST, ...changed });
      expect(await compareFile(zip, claims)).toEqual({ is: 'zip', found: 0, total: 1, words: 'changed' });
    }
  });

  test('has a message’s words beside those of its request', async () => {
    const claims = await claimsOf(messageToSign(MESSAGE, REQUEST.reference));
    expect(await compareFile(await zipWith(REQUEST), claims)).toMatchObject({ words: 'same' });
  });

  test('that is a copy of everything has them among others', async () => {
    const other = registeredRequest(crypto.randomUUID());
    const copy = { requests: [other, REQUEST], messages: [MESSAGE] };
    const zip = await zipOf({ 'copia.json': JSON.stringify(copy) });
    const claims = await claimsOf(requestToSign(REQUEST));
    expect(await compareFile(zip, claims)).toMatchObject({ words: 'same' });
  });

  test('with altered words beside those that were delivered is no proof of them, in whatever order they stand', async () => {
    const claims = await claimsOf(requestToSign(REQUEST));
    const altered = { ...REQUEST, description: 'Outra coisa.' };
    const [good, bad] = [JSON.stringify({ request: REQUEST }), JSON.stringify({ request: altered })];
    for (const files of [
      { 'EC/pedido.json': bad, 'z/copia.json': good },
      { 'EC/pedido.json': good, 'z/copia.json': bad },
      { 'copia.json': JSON.stringify({ requests: [REQUEST, altered] }) },
    ]) {
      expect(await compareFile(await zipOf(files), claims)).toMatchObject({ words: 'changed' });
    }
  });

  test('has the words that were delivered also where another request stands after them', async () => {
    const claims = await claimsOf(requestToSign(REQUEST));
    const other = JSON.stringify({ request: registeredRequest(crypto.randomUUID()) });
    const zip = await zipWith(REQUEST, { 'Z/pedido.json': other });
    expect(await compareFile(zip, claims)).toMatchObject({ words: 'same' });
  });

  test.each([
    ['of another request', JSON.stringify({ request: registeredRequest(crypto.randomUUID()) })],
    ['with something else where the words were', JSON.stringify({ request: 'nada', messages: 7 })],
    ['that was broken', '{'],
    ['with nothing', 'null'],
  ])('%s does not have them', async (_what, json) => {
    const claims = await claimsOf(requestToSign(REQUEST));
    const zip = await zipOf({ 'EC/pedido.json': json });
    expect(await compareFile(zip, claims)).toEqual({ is: 'zip', found: 0, total: 0, words: 'absent' });
  });
});
