const START = [0xff, 0xd8];
const FRAME = [0xff, 0xc0, 0x00, 0x11, 0x08];
const THREE_COLOURS = [3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1];
const END = [0xff, 0xd9];

const twoBytes = (n: number) => [n >> 8, n & 0xff];

/** Returns the header of a JPEG, with its size and colours, and no picture. */
export function jpegHeader(width = 1240, height = 1754): ArrayBuffer {
  const size = [...twoBytes(height), ...twoBytes(width)];
  return new Uint8Array([...START, ...FRAME, ...size, ...THREE_COLOURS, ...END]).buffer;
}
