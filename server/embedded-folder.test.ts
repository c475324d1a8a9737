import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEmbeddedFolder } from './embedded-folder.ts';

let folder: string;
let mark: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eclic-one-process-'));
  mark = join(folder, 'process');
});
afterEach(() => rmSync(folder, { recursive: true }));

const opened = () => ({ database: join(folder, 'postgres') });
const used = expect.stringContaining(`is used by process ${process.pid}`);

describe('A folder that one process alone may use', () => {
  it('is refused to a process of another container that has the same id', () => {
    expect(openEmbeddedFolder(folder, 'first container')).toEqual(opened());
    expect(openEmbeddedFolder(folder, 'second container')).toEqual(used);
  });

  it('is given to another container once the first has said nothing for a minute', () => {
    openEmbeddedFolder(folder, 'first container');
    const before = Date.now() / 1000 - 61;
    utimesSync(mark, before, before);
    expect(openEmbeddedFolder(folder, 'second container')).toEqual(opened());
  });

  it('is given at once to the same container that starts again after a crash', () => {
    openEmbeddedFolder(folder, 'first container');
    expect(openEmbeddedFolder(folder, 'first container')).toEqual(opened());
  });

  it('is refused while a process of an older version uses it, which wrote its id alone', () => {
    writeFileSync(mark, String(process.ppid));
    expect(openEmbeddedFolder(folder)).toEqual(expect.stringContaining(`process ${process.ppid}`));
  });
});
