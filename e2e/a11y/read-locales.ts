import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../locales');
/** Keys whose words are searched and never shown. */
const UNSEEN = /^(words|reasonWords|ignored)$/;

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => (UNSEEN.test(key) ? [] : textsIn(inner)));
}

/** Returns every text that a language shows. */
export function readTexts(language: string): string[] {
  const folder = join(FOLDER, language);
  return readdirSync(folder).flatMap((file) => textsIn(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}
