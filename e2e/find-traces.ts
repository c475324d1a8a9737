import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Bytes as they may stand in a table, a log or a serialized value. */
const writtenAs = (text: string) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')];

/** Returns which of the texts stand in which files of a browser's profile. */
export function findTraces(profile: string, texts: readonly string[], lookedInto = /./): string[] {
  const files = readdirSync(profile, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => lookedInto.test(path));
  return files.flatMap((path) => {
    const bytes = readFileSync(path);
    return texts
      .filter((text) => writtenAs(text).some((written) => bytes.includes(written)))
      .map((text) => `${text} in ${path.slice(profile.length)}`);
  });
}
