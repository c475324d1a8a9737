import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, '../../docs/scaling.md');
const BEGIN = '<!-- Written by `npm run bench -- server`. -->';
const END = '<!-- End of what is written. -->';

/** Puts the figures in the place of the ones before, and leaves what people wrote around them. */
export function keepFigures(text: string): void {
  const [before = '', rest = ''] = readFileSync(FILE, 'utf8').split(BEGIN);
  const [, after = ''] = rest.split(END);
  writeFileSync(FILE, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
}
