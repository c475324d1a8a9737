import { describe, expect, test } from 'vitest';
import { createSigner } from '../../../testing/sign-receipt.ts';
import { findReceipt, findReceiptIn } from './check-receipt.ts';

const jws = await (await createSigner()).sign();

describe('a receipt is found', () => {
  test.each([
    ['alone', jws],
    ['in an address', `https://eclic.example/verificar#${jws}`],
    ['in what a camera gave, with an end of line', `https://eclic.example/verificar#${jws}\n`],
    ['broken into lines, as it was copied from paper', jws.replace(/.{70}/g, '$& \n')],
    [
      'among words that were copied with it, without a space after it',
      `Verifique em https://a/#${jws}Este comprovativo mostra`,
    ],
  ])('%s', (_how, text) => {
    expect(findReceipt(text)).toBe(jws);
  });

  test('in a file that has it as it is among other bytes', async () => {
    const file = new Blob([new Uint8Array([0xff, 0, 0x25]), `/Keywords (${jws})`, new Uint8Array([0xfe])]);
    expect(await findReceiptIn(file)).toBe(jws);
  });
});

test('what is left of a receipt is found too, so that it can be called incomplete', () => {
  expect(findReceipt(`https://eclic.example/verificar#${jws.slice(0, -1)}`)).toBe(jws.slice(0, -1));
});

describe('no receipt is found', () => {
  test.each([
    ['in nothing', ''],
    ['in words', 'o meu comprovativo'],
    ['in an address without one', 'https://eclic.example/verificar'],
  ])('%s', (_how, text) => {
    expect(findReceipt(text)).toBeNull();
  });

  test('in a file of another program', async () => {
    expect(await findReceiptIn(new Blob(['%PDF-1.7 nada']))).toBeNull();
  });
});
