import type { Pixels } from '../../src/lib/paper/pixels.ts';
import type { Chance } from './chance.ts';
import { loseAsJpeg } from './jpeg-loss.ts';

/** What lens, hand, sensor and file do to a picture. */
export interface Develop {
  /** The lens's blur: its standard deviation in pixels. */
  blurPx: number;
  /** The hand's movement during the exposure: how far in pixels, and in which direction in degrees. */
  shakePx: number;
  shakeAngle: number;
  /** The sensor's noise: its standard deviation in steps of 256. */
  noise: number;
  /** The file's quality from 1 to 100, by libjpeg's count. */
  quality: number;
}

export function develop(
  photo: Pixels,
  { blurPx, shakePx, shakeAngle, noise, quality }: Develop,
  chance: Chance,
): Pixels {
  const blurred = blurPx > 0 ? blur(photo, blurPx) : photo;
  const shaken = shakePx >= 1 ? shake(blurred, shakePx, (shakeAngle * Math.PI) / 180) : blurred;
  addNoise(shaken, noise, chance);
  return loseAsJpeg(shaken, quality);
}

/** Blurs with a Gaussian bell, along rows and then along columns. */
function blur(photo: Pixels, deviation: number): Pixels {
  const radius = Math.ceil(deviation * 3);
  const bell = Array.from({ length: 2 * radius + 1 }, (_, i) =>
    Math.exp(-((i - radius) ** 2) / (2 * deviation ** 2)),
  );
  const sum = bell.reduce((total, each) => total + each, 0);
  const weights = Float32Array.from(bell, (each) => each / sum);
  return smear(smear(photo, weights, 1, 0), weights, 0, 1);
}

function shake(photo: Pixels, length: number, angle: number): Pixels {
  const count = Math.max(2, Math.round(length));
  const weights = new Float32Array(count).fill(1 / count);
  return smear(photo, weights, Math.cos(angle), Math.sin(angle));
}

/** Replaces each pixel by the weighted mean of the pixels on a line through it. */
function smear({ width, height, data }: Pixels, weights: Float32Array, stepX: number, stepY: number): Pixels {
  const smeared = new Uint8ClampedArray(data.length);
  const middle = (weights.length - 1) / 2;
  const steps = Array.from(weights, (weight, i) => ({
    weight,
    x: Math.round((i - middle) * stepX),
    y: Math.round((i - middle) * stepY),
  }));
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 4) {
      let [red, green, blue] = [0, 0, 0];
      for (const { weight, x: dx, y: dy } of steps) {
        const column = Math.min(width - 1, Math.max(0, x + dx));
        const row = Math.min(height - 1, Math.max(0, y + dy));
        const at = (row * width + column) * 4;
        red += weight * (data[at] ?? 0);
        green += weight * (data[at + 1] ?? 0);
        blue += weight * (data[at + 2] ?? 0);
      }
      smeared[to] = red;
      smeared[to + 1] = green;
      smeared[to + 2] = blue;
      smeared[to + 3] = 255;
    }
  }
  return { width, height, data: smeared };
}

const TABLE = 1 << 14;

/** Adds noise: a part of it is the same in all channels, and each channel has some of its own. */
function addNoise({ data }: Pixels, deviation: number, chance: Chance): void {
  if (deviation === 0) return;
  const bell = Float32Array.from({ length: TABLE }, () => {
    const sum = Array.from({ length: 6 }, () => chance.next()).reduce((total, each) => total + each, 0);
    return (sum - 3) * Math.SQRT2 * deviation;
  });
  let state = Math.floor(chance.next() * 2 ** 31) | 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return bell[(state >>> 8) & (TABLE - 1)] ?? 0;
  };
  for (let at = 0; at < data.length; at += 4) {
    const common = next() * 0.8;
    for (let channel = at; channel < at + 3; channel++)
      data[channel] = (data[channel] ?? 0) + common + next() * 0.6;
  }
}
