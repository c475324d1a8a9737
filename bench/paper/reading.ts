import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCorners } from '../../src/lib/paper/find-corners.ts';
import type { Pixels } from '../../src/lib/paper/pixels.ts';
import { straighten } from '../../src/lib/paper/straighten.ts';
import { toTone } from '../../src/lib/paper/tones.ts';
import { createChance } from '../../testing/paper/chance.ts';
import { takePhoto } from '../../testing/paper/take-photo.ts';
import { goodScene } from './scenes.ts';
import type { Printed } from './sheets.ts';

/** A phone's photo has twelve megapixels. The longest side of the kept sheet has 2000 pixels. */
const FRAME = { columns: 3000, rows: 4000 };
const SHEET_PX = 2000;
const TONES = ['colour', 'grey', 'black-white'] as const;

/** Prints what share of the words of ten-point letters Debian's tesseract reads on each sheet, and how long a page took in Node. */
export function measureReading(letters: readonly Printed[], seed: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  console.log(`| sheet | ${TONES.join(' | ')} | find | straighten | tone |\n|---|---|---|---|---|---|---|`);
  for (const [number, sheet] of letters.entries()) {
    const { photo } = takePhoto(sheet, goodScene(createChance(seed + number), seed + number, FRAME));
    const [corners, findMs] = timed(() => findCorners(photo));
    if (!corners) {
      console.log(`| ${number} | no corners |`);
      continue;
    }
    const [straight, straightenMs] = timed(() => straighten(photo, corners, SHEET_PX));
    const toned = TONES.map((tone) => timed(() => toTone(straight, tone)));
    const read = toned.map(([picture]) => shareRead(picture, sheet.words, folder));
    const toneMs = Math.max(...toned.map(([, ms]) => ms));
    console.log(
      `| ${[number, ...read.map((share) => `${(share * 100).toFixed(1)} %`), ...[findMs, straightenMs, toneMs].map((ms) => `${ms.toFixed(0)} ms`)].join(' | ')} |`,
    );
  }
  rmSync(folder, { recursive: true });
}

/** Measures the CPU's time, since other programs may use it meanwhile. */
function timed<T>(work: () => T): [T, number] {
  const before = process.cpuUsage().user;
  const result = work();
  return [result, (process.cpuUsage().user - before) / 1000];
}

function shareRead(picture: Pixels, words: readonly string[], folder: string): number {
  const file = join(folder, 'sheet.ppm');
  writeFileSync(file, writePpm(picture));
  const text = execFileSync('tesseract', [file, '-', '-l', 'por'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  const left = new Map<string, number>();
  for (const word of text.match(/[A-Za-zÀ-ú]+/g) ?? []) left.set(word, (left.get(word) ?? 0) + 1);
  const read = words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  });
  return read.length / words.length;
}

/** Writes PPM, the plainest picture that tesseract reads: a line with the size, then red, green and blue of each dot. */
function writePpm({ width, height, data }: Pixels): Buffer {
  const rgb = Buffer.from(data).filter((_, at) => at % 4 < 3);
  return Buffer.concat([Buffer.from(`P6 ${width} ${height} 255\n`), rgb]);
}
