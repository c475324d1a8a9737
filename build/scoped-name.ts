import { createHash } from 'node:crypto';
import { join, relative, sep } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

/**
 * Names a class of a CSS module by its file. Vite's own names end with the line as well, which weighs more and tells classes apart that are apart
 * already. Whatever bundles code of the app names its classes so: a page drawn beforehand would otherwise have other names than the styles.
 */
export function generateScopedName(local: string, file: string): string {
  const [path = ''] = relative(ROOT, file).replaceAll(sep, '/').split('?');
  return `${local}_${createHash('sha256').update(path).digest('hex').slice(0, 4)}`;
}
