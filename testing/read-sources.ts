import { readdirSync, readFileSync } from 'node:fs';
import type { Sources } from './architecture-rules.ts';

/** The TypeScript files under these folders, without what is generated. */
export function readSources(folders: string[]): Sources {
  const sources: Sources = {};
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || /\.(gen|d)\.ts$/.test(entry.name)) continue;
      const path = `${entry.parentPath}/${entry.name}`;
      sources[path] = readFileSync(path, 'utf8');
    }
  }
  return sources;
}
