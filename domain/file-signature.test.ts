import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectFileType, isPasswordProtectedPdf } from './file-signature.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Makes one byte of each letter, as signatures are written. */
function bytesOf(latin1: string): Uint8Array {
  return Uint8Array.from(latin1, (letter) => letter.charCodeAt(0));
}

describe('detectFileType', () => {
  it.each([
    ['a PDF', '%PDF-1.7\n', 'a.pdf', 'application/pdf'],
    ['a PDF with a wrong name', '%PDF-1.4\n', 'a.jpg', 'application/pdf'],
    ['a PDF without an ending', '%PDF-1.4\n', 'fatura', 'application/pdf'],
    ['a PDF after 1000 bytes of junk', `${'x'.repeat(1000)}%PDF-1.4`, 'a.pdf', 'application/pdf'],
    ['a JPEG', '\xff\xd8\xff\xe0\0\x10JFIF', 'foto.JPG', 'image/jpeg'],
    ['a PNG', '\x89PNG\r\n\x1a\n\0\0', 'foto.png', 'image/png'],
    ['a WebP', 'RIFF\x24\0\0\0WEBPVP8 ', 'foto.webp', 'image/webp'],
    ['a HEIC', '\0\0\0\x18ftypheic\0\0', 'foto.heic', 'image/heic'],
    ['a HEIF', '\0\0\0\x18ftypmif1\0\0', 'foto.heif', 'image/heic'],
    ['a DOCX of a header and junk', 'PK\x03\x04junk', 'carta.docx', DOCX],
    ['a DOCX with a direction mark behind its name', 'PK\x03\x04junk', 'carta.docx\u200f', DOCX],
    ['an ODT', 'PK\x03\x04', 'Carta.ODT', 'application/vnd.oasis.opendocument.text'],
    ['an ODS', 'PK\x03\x04', 'contas.ods', 'application/vnd.oasis.opendocument.spreadsheet'],
    ['plain text', 'Bom dia', 'nota.txt', 'text/plain'],
    ['text in UTF-16', '\xff\xfeB\0o\0m\0', 'nota.txt', 'text/plain'],
    ['text in Windows-1252', 'Situa\xe7\xe3o', 'nota.TXT', 'text/plain'],
  ])('takes %s', (_what, content, name, type) => {
    expect(detectFileType(bytesOf(content), name)).toBe(type);
  });

  it.each([
    ['a Windows program named as a picture', 'MZ\x90\0', 'foto.jpg'],
    ['a Windows program that holds a PDF header', 'MZ\x90\0%PDF-1.4', 'a.pdf'],
    ['a Windows program named as text', 'MZ program', 'nota.txt'],
    ['a Linux program named as text', '\x7fELF\x02', 'nota.txt'],
    ['a script named as a picture', '#!/bin/sh\nrm', 'foto.jpg'],
    ['a script named as text', '#!/bin/sh', 'nota.txt'],
    ['a ZIP named as a picture', 'PK\x03\x04', 'foto.jpg'],
    ['a ZIP', 'PK\x03\x04', 'tudo.zip'],
    ['a ZIP called docx', 'PK\x03\x04', 'docx.zip'],
    ['a sound in a RIFF', 'RIFF\x24\0\0\0WAVEfmt ', 'foto.webp'],
    ['a film', '\0\0\0\x18ftypmp42', 'foto.heic'],
    ['text that is named as a picture', 'Bom dia', 'foto.jpg'],
    ['binary data named as text', 'a\0b', 'nota.txt'],
    ['a bitmap', 'BM\x36\0\0\0', 'foto.bmp'],
    ['a PDF header beyond the first 1024 bytes', `${'x'.repeat(1024)}%PDF-1.4`, 'a.pdf'],
    ['a cut signature', '\xff\xd8', 'foto.jpg'],
  ])('refuses %s', (_what, content, name) => {
    expect(detectFileType(bytesOf(content), name)).toBeNull();
  });

  it('never looks at the name when the signature speaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(detectFileType(bytesOf('\xff\xd8\xff\xe0'), name)).toBe('image/jpeg');
      }),
    );
  });
});

describe('isPasswordProtectedPdf', () => {
  it.each([
    ['a reference', '%PDF-1.7 trailer << /Encrypt 12 0 R /Root 1 0 R >>', true],
    ['a reference on the next line', '%PDF-1.7 trailer <</Encrypt\r\n12 0 R>>', true],
    ['a dictionary', '%PDF-1.7 trailer <</Encrypt<</Filter/Standard>>>>', true],
    ['metadata only, then a reference', '%PDF-1.7 <</EncryptMetadata true>> <</Encrypt 5 0 R>>', true],
    ['metadata only', '%PDF-1.7 <</EncryptMetadata false>>', false],
    ['the word at the very end', '%PDF-1.7 /Encrypt', false],
    ['nothing of the kind', '%PDF-1.7 trailer << /Root 1 0 R >>', false],
  ])('with %s', (_what, content, expected) => {
    expect(isPasswordProtectedPdf(bytesOf(content))).toBe(expected);
  });

  it('finds the entry at the end of 10 MB full of slashes', () => {
    const big = new Uint8Array(10 * 1024 * 1024).fill('/'.charCodeAt(0));
    expect(isPasswordProtectedPdf(big)).toBe(false);
    big.set(bytesOf('/Encrypt 1 0 R'), big.length - 14);
    expect(isPasswordProtectedPdf(big)).toBe(true);
  });
});
