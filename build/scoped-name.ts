import { createHash } from 'node:crypto';
import { relative } from 'node:path';

/** Names a class of a CSS module by its file. Vite's own names end with the line as well, which weighs more and tells classes apart that are apart already. */
export function generateScopedName(local: string, file: string): string {
  const [path = ''] = relative(process.cwd(), file).split('?');
  return `${local}_${createHash('sha256').update(path).digest('hex').slice(0, 4)}`;
}
