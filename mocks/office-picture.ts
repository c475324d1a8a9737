const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const WIDTH = 200;
const HEIGHT = 140;
/** The colours of the paper, the frame, the lines of text, and the place that matters. */
const PALETTE = [0xff, 0xff, 0xff, 0x02, 0x1c, 0x51, 0x9c, 0xa6, 0xb8, 0xff, 0xe6, 0x99];

/** Draws a paper with a marked place, as a PNG: an office might attach such a picture to show which document it means. */
export function drawPaper(): Uint8Array {
  const rows = Array.from({ length: HEIGHT }, (_, y) =>
    // Each row begins with the number of its filter; 0 is none.
    [0, ...Array.from({ length: WIDTH }, (_, x) => colourAt(x, y))],
  );
  const header = [...bigEndian(WIDTH), ...bigEndian(HEIGHT), 8, 3, 0, 0, 0];
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('PLTE', PALETTE),
    ...chunk('IDAT', storeUncompressed(rows.flat())),
    ...chunk('IEND', []),
  ]);
}

function colourAt(x: number, y: number): number {
  if (x < 3 || y < 3 || x >= WIDTH - 3 || y >= HEIGHT - 3) return 1;
  if (x > 20 && x < 120 && y > 90 && y < 118) return 3;
  const isLine = x > 20 && x < 180 && y > 20 && y < 80 && y % 12 < 4;
  return isLine ? 2 : 0;
}

function bigEndian(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}

function chunk(type: string, data: readonly number[]): number[] {
  const named = [...Array.from(type, (letter) => letter.charCodeAt(0)), ...data];
  return [...bigEndian(data.length), ...named, ...bigEndian(crc32(named))];
}

/** Makes a zlib stream of one block that is not compressed; it holds up to 65 535 bytes. */
function storeUncompressed(data: readonly number[]): number[] {
  const low = data.length & 0xff;
  const high = data.length >>> 8;
  return [0x78, 0x01, 0x01, low, high, ~low & 0xff, ~high & 0xff, ...data, ...bigEndian(adler32(data))];
}

function adler32(data: readonly number[]): number {
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65_521;
    b = (b + a) % 65_521;
  }
  return ((b << 16) | a) >>> 0;
}

function crc32(data: readonly number[]): number {
  let crc = 0xffff_ffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return ~crc >>> 0;
}
