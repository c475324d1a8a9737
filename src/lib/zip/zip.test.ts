import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listZip, readZipEntry } from './unzip.ts';
import { createZipWriter, ZipTooBigError } from './zip.ts';

const CAPS = { entries: 100, fileBytes: 10_000_000, totalBytes: 20_000_000 };
const NOW = new Date('2026-11-25T12:00:00.000Z');

async function zipOf(files: Record<string, Uint8Array>, method: 'store' | 'deflate' = 'deflate', now = NOW) {
  const zip = await createZipWriter(now);
  for (const [path, bytes] of Object.entries(files)) zip.add(path, bytes, method);
  return zip.finish();
}

async function unzip(blob: Blob, caps = CAPS) {
  const listed = await listZip(blob, caps);
  if (!listed.ok) return listed.error;
  const files = await Promise.all(
    listed.value.map(async (entry) => [entry.path, await readZipEntry(blob, entry)] as const),
  );
  return Object.fromEntries(files);
}

/** Changes the bytes that stand `offset` bytes behind the beginning of the first (or last) `signature`. */
async function patch(blob: Blob, signature: string, offset: number, value: number[], from: 'first' | 'last') {
  const bytes = Buffer.from(await blob.arrayBuffer());
  const at =
    from === 'first'
      ? bytes.indexOf(signature, 0, 'latin1')
      : bytes.lastIndexOf(signature, undefined, 'latin1');
  bytes.set(value, at + offset);
  return new Blob([bytes]);
}

const text = (words: string) => new TextEncoder().encode(words);
const DIRECTORY = 'PK\x01\x02';

describe('a ZIP', () => {
  it('gives every file back under its name, whatever its bytes and method', async () => {
    const paths = fc.stringMatching(/^[a-zãçéü日 ]{1,20}$/).map((name) => `pasta/${name}.bin`);
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(paths, fc.uint8Array({ maxLength: 300 }), { noNullPrototype: true }),
        fc.constantFrom('store' as const, 'deflate' as const),
        async (files, method) => {
          expect(await unzip(await zipOf(files, method))).toEqual(files);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('says that its files come from Unix and may be read, or `unzip` garbles their names and locks them', async () => {
    const bytes = Buffer.from(await (await zipOf({ 'março.txt': text('a') })).arrayBuffer());
    const at = bytes.indexOf(DIRECTORY, 0, 'latin1');
    const [madeOn, isUtf8, mode] = [
      bytes[at + 5],
      bytes.readUInt16LE(at + 8) & 0x800,
      bytes.readUInt16LE(at + 40),
    ];
    expect({ madeOn, isUtf8, mode }).toEqual({ madeOn: 3, isUtf8: 0x800, mode: 0o100644 });
  });

  it('that holds another ZIP, stored, is not mistaken for it', async () => {
    const inner = new Uint8Array(await (await zipOf({ 'a.txt': text('dentro') })).arrayBuffer());
    expect(await unzip(await zipOf({ 'b.docx': inner }, 'store'))).toEqual({ 'b.docx': inner });
  });

  it('can be written on a device whose clock is in another century', async () => {
    const files = { 'a.txt': text('a') };
    expect(await unzip(await zipOf(files, 'store', new Date('1970-01-01')))).toEqual(files);
    expect(await unzip(await zipOf(files, 'store', new Date('2150-01-01')))).toEqual(files);
  });

  it('is not written when it would need more places than it has', async () => {
    const zip = await createZipWriter(NOW);
    const huge = { byteLength: 0xffff_ffff } as Uint8Array;
    expect(() => zip.add('a', huge, 'store')).toThrow(ZipTooBigError);
  });
});

describe('a ZIP by somebody else', () => {
  it('is refused by what its directory says, before anything is inflated', async () => {
    const bomb = await zipOf({ a: new Uint8Array(1_000_000), b: new Uint8Array(1_000_000) });
    expect(bomb.size).toBeLessThan(5000);
    expect(await unzip(bomb, { ...CAPS, fileBytes: 999_999 })).toBe('tooBig');
    expect(await unzip(bomb, { ...CAPS, totalBytes: 1_999_999 })).toBe('tooBig');
    expect(await unzip(bomb, { ...CAPS, entries: 1 })).toBe('tooBig');
  });

  it('does not get more bytes out than its directory admits to', async () => {
    const bomb = await zipOf({ a: new Uint8Array(1_000_000) });
    const lying = await patch(bomb, DIRECTORY, 24, [10, 0, 0, 0], 'first');
    expect(await unzip(lying)).toEqual({ a: undefined });
  });

  it('is refused when its files share bytes', async () => {
    const blob = await zipOf({ a: new Uint8Array(1000).fill(7), b: text('b') }, 'store');
    const sharing = await patch(blob, DIRECTORY, 20, [0xe8, 3, 0, 0, 0xe8, 3, 0, 0], 'last');
    expect(await unzip(sharing)).toBe('damaged');
  });

  it.each(['../fora.txt', '/raiz.txt', 'a/../../b', 'a\\b', 'C:/x', 'a//b', './a', 'a\u0000b'])(
    'cannot reach out of its folder by the name %j',
    async (path) => {
      expect(await unzip(await zipOf({ [path]: text('x') }))).toBe('unsafePath');
    },
  );

  it('is refused when two files have one name', async () => {
    const blob = await zipOf({ 'a1.txt': text('1'), 'a2.txt': text('2') });
    expect(await unzip(await patch(blob, 'a2.txt', 1, [0x31], 'last'))).toBe('damaged');
  });

  it('is refused when it asks for a password or says another method than its files', async () => {
    const blob = await zipOf({ a: text('a') }, 'store');
    expect(await unzip(await patch(blob, DIRECTORY, 8, [9], 'first'))).toBe('damaged');
    expect(await unzip(await patch(blob, 'PK\x03\x04', 8, [8], 'first'))).toEqual({ a: undefined });
  });

  it.each([
    ['no ZIP', new Blob(['isto não é um ZIP'])],
    ['nothing', new Blob([])],
  ])('is refused when it is %s', async (_name, blob) => {
    expect(await unzip(blob)).toBe('notAZip');
  });

  it('is refused when its end is cut off or something follows it', async () => {
    const blob = await zipOf({ a: text('a') });
    expect(await unzip(blob.slice(0, blob.size - 1))).toBe('notAZip');
    expect(await unzip(new Blob([blob, 'x']))).toBe('notAZip');
    expect(await unzip(new Blob(['x', blob]))).toBe('damaged');
  });
});
