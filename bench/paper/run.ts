import process from 'node:process';
import { gzipSync } from 'node:zlib';
import { bundlePaper } from './bundle.ts';
import { measureCorners } from './corners.ts';
import { measureHints } from './hints.ts';
import { measureReading } from './reading.ts';
import { printSheets } from './sheets.ts';
import { measureSlowPhone } from './slow-phone.ts';

/** `npm run bench -- paper [corners|hints|reading|speed] [seed]`; all of them where none is named. */
const [, , , part, seedText] = process.argv;
const seed = Number(seedText ?? 1);
const isAsked = (name: string) => part === undefined || part === name;

const SHEETS = { letter: 12, form: 6, receipt: 6, card: 6 };
const LETTER_POINTS = 10;

const code = await bundlePaper();
console.log(`Code: ${(gzipSync(code).byteLength / 1000).toFixed(1)} kB`);
if (isAsked('corners')) measureCorners(await printSheets(SHEETS, seed), seed);
if (isAsked('hints')) measureHints(await printSheets({ ...SHEETS, blank: 4 }, seed + 1), seed);
if (isAsked('reading')) measureReading(await printSheets({ letter: 6 }, seed + 2, LETTER_POINTS), seed);
if (isAsked('speed')) {
  const [sheet] = await printSheets({ letter: 1 }, seed + 2, LETTER_POINTS);
  if (sheet) await measureSlowPhone(sheet, code, seed);
}
