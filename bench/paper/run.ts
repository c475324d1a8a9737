import process from 'node:process';
import { measureCorners } from './corners.ts';
import { measureHints } from './hints.ts';
import { measureReading } from './reading.ts';
import { printSheets } from './sheets.ts';
import { measureSize } from './size.ts';

/** `npm run bench -- paper [corners|hints|reading] [seed]`; all of them where none is named. */
const [, , , part, seedText] = process.argv;
const seed = Number(seedText ?? 1);
const isAsked = (name: string) => part === undefined || part === name;

await measureSize();
if (isAsked('corners'))
  measureCorners(await printSheets({ letter: 12, form: 6, receipt: 6, card: 6 }, seed), seed);
if (isAsked('hints'))
  measureHints(await printSheets({ letter: 12, form: 6, receipt: 6, card: 6, blank: 4 }, seed + 1), seed);
if (isAsked('reading')) measureReading(await printSheets({ letter: 8 }, seed + 2, 10), seed);
