import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** Red, green and blue of each dot, row by row. */
export interface Dots {
  width: number;
  height: number;
  rgb: Uint8Array;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const RGBA = 6;
const INDEXED = 3;
const MOST_COLOURS = 256;

/** Reads a PNG of eight bits a channel with transparency, not interlaced, as if it lay on white. */
export function readPng(png: Buffer): Dots {
  const chunks = readChunks(png);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data;
  if (header?.[8] !== 8 || header[9] !== RGBA || header[12] !== 0)
    throw new Error('Only PNGs of RGBA, eight bits a channel, are read');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  const rgba = unfilter(inflateSync(packed), width, height);
  const rgb = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at += 1) {
    const alpha = (rgba[at * 4 + 3] ?? 0) / 255;
    for (let n = 0; n < 3; n += 1)
      rgb[at * 3 + n] = Math.round((rgba[at * 4 + n] ?? 0) * alpha + 255 * (1 - alpha));
  }
  return { width, height, rgb };
}

function readChunks(png: Buffer): { type: string; data: Buffer }[] {
  const chunks: { type: string; data: Buffer }[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) });
    at += length + 12;
  }
  return chunks;
}

/** Each row says how it differs from what is left of it and above it (PNG, 9.2). */
function unfilter(bytes: Buffer, width: number, height: number): Uint8Array {
  const stride = width * 4;
  const out = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = bytes[y * (stride + 1)];
    for (let x = 0; x < stride; x += 1) {
      const here = y * stride + x;
      const left = x >= 4 ? (out[here - 4] ?? 0) : 0;
      const above = y > 0 ? (out[here - stride] ?? 0) : 0;
      const corner = x >= 4 && y > 0 ? (out[here - stride - 4] ?? 0) : 0;
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0;
      out[here] = (bytes[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((each) => Math.abs(guess - each));
  if (toLeft === undefined || toAbove === undefined || toCorner === undefined) return 0;
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** Puts a picture in the middle of a white one, and writes it with a table of its colours: a few kB, whatever its size. */
export function centreOnWhite({ width, height, rgb }: Dots, wide: number, high: number): Buffer {
  const colours = new Map<number, number>([[0xffffff, 0]]);
  const rows = Buffer.alloc((wide + 1) * high);
  const [left, top] = [(wide - width) >> 1, (high - height) >> 1];
  for (let at = 0; at < width * height; at += 1) {
    const [red = 0, green = 0, blue = 0] = rgb.subarray(at * 3);
    // The edges of the mark have more shades than a table holds, and than anybody sees.
    const [r, g, b] = [round(red), round(green), round(blue)];
    const shade = (r << 16) | (g << 8) | b;
    const index = colours.get(shade) ?? colours.size;
    colours.set(shade, index);
    rows[(top + Math.floor(at / width)) * (wide + 1) + 1 + left + (at % width)] = index;
  }
  if (colours.size > MOST_COLOURS) throw new Error(`The mark has ${colours.size} colours`);
  const table = Buffer.from(
    [...colours.keys()].flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]),
  );
  const header = Buffer.alloc(13);
  header.writeUInt32BE(wide, 0);
  header.writeUInt32BE(high, 4);
  header.set([8, INDEXED], 8);
  const parts = [
    ['IHDR', header],
    ['PLTE', table],
    ['IDAT', deflateSync(rows)],
    ['IEND', Buffer.alloc(0)],
  ] as const;
  return Buffer.concat([SIGNATURE, ...parts.map(([type, data]) => chunkOf(type, data))]);
}

/** White stays white, and the blue of the mark its own but for a shade. */
function round(shade: number): number {
  return Math.round(shade / 3) * 3;
}

function chunkOf(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  chunk.set(body, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
