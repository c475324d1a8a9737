import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

/** Maps each file to the files that import it. */
export function readImporters(files: readonly string[]): Map<string, string[]> {
  const importers = new Map<string, string[]>();
  for (const file of files) {
    // Imports of types are left out: they are gone when the tests run.
    const text = readFileSync(file, 'utf8').replace(/import type [^;]*;/g, '');
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      const imported = join(dirname(file), fileName);
      importers.set(imported, [...(importers.get(imported) ?? []), file]);
    }
  }
  return importers;
}

/**
 * Returns the tests that a fault in a file can turn red, the most telling first: tests of screens are slow and come last; the others are sorted by the number
 * of imports between, and then by how near their folder is.
 */
export function nearestTests(importers: Map<string, string[]>, file: string): string[] {
  const imports = new Map([[file, 0]]);
  for (const [one, between] of imports)
    for (const importer of importers.get(one) ?? [])
      if (!imports.has(importer)) imports.set(importer, between + 1);
  const cost = (test: string) => (test.endsWith('x') ? 1 : 0);
  const folders = (test: string) => relative(dirname(file), dirname(test)).split('/').length;
  return [...imports]
    .filter(([one]) => /\.test\.tsx?$/.test(one))
    .sort(([a, before], [b, after]) => cost(a) - cost(b) || before - after || folders(a) - folders(b))
    .map(([test]) => test);
}
