import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOOK_RULES, lookIntoFile, type SeenFile } from './file-look.ts';
import { detectContent, isPasswordProtectedPdf } from './file-signature.ts';

const WORDS = [
  '%PDF-1.7\n',
  '/Encrypt',
  '/Encryp',
  '/Encrypt 12 0 R',
  '<<',
  ' ',
  '\0',
  'PK\x03\x04',
  'x',
  '12 0 R',
];

function bytesOf(latin1: string): Uint8Array {
  return Uint8Array.from(latin1, (letter) => letter.charCodeAt(0));
}

function lookAt(...pieces: Uint8Array[]): SeenFile {
  const look = lookIntoFile();
  for (const piece of pieces) look.lookAt(piece);
  return look.seen();
}

describe('A look into a file', () => {
  it('sees the same in its pieces, wherever it is cut, as in the whole', () => {
    const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 30 }).map((words) => words.join(''));
    fc.assert(
      fc.property(texts, fc.array(fc.nat(60), { maxLength: 20 }), (text, lengths) => {
        const bytes = bytesOf(text);
        const pieces: Uint8Array[] = [];
        let at = 0;
        for (const length of lengths) {
          pieces.push(bytes.subarray(at, at + length));
          at += length;
        }
        const content = detectContent(bytes, () => !bytes.includes(0));
        const passwordProtected =
          content === 'application/pdf' && /\/Encrypt\s*(<<|\d+\s+\d+\s+R)/.test(text);
        expect(lookAt(...pieces, bytes.subarray(at))).toEqual({ content, passwordProtected });
      }),
    );
  });

  it('has another number whenever it sees something else in the same bytes', () => {
    const seen = WORDS.map((word) => {
      const { content, passwordProtected } = lookAt(bytesOf(word), bytesOf('%PDF-1.7 /Encrypt 1 0 R\0'));
      return `${content} ${passwordProtected}`;
    });
    const locked = 'application/pdf true';
    expect([LOOK_RULES, ...seen]).toEqual([
      1,
      ...[locked, locked, locked, locked, locked, locked, locked, 'zip false', locked, locked],
    ]);
  });

  it('is no longer at a file that is full of the word: after a thousand it takes it for none', () => {
    const full = bytesOf(`${'/Encrypt '.repeat(1000)}/Encrypt 1 0 R`);
    expect(isPasswordProtectedPdf(full)).toBe(false);
    expect(isPasswordProtectedPdf(full.subarray(9))).toBe(true);
  });
});
