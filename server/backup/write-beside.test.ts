import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { writeBeside } from './write-beside.ts';

const home = mkdtempSync(join(tmpdir(), 'eclic-beside-'));
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(home, 'backups-'));
  file = join(folder, 'eclic.backup');
});
afterAll(() => rmSync(home, { recursive: true }));

const write = async (part: string) => {
  await writeFile(part, 'whole');
  return null;
};

/** Leaves a folder as a killed backup does, last written to so many days ago. */
function leave(name: string, daysAgo: number): void {
  const part = join(folder, name, 'eclic.backup');
  mkdirSync(join(folder, name));
  writeFileSync(part, 'half of Maria’s words');
  for (const each of [part, join(folder, name)]) {
    const at = Date.now() / 1000 - daysAgo * 86_400;
    utimesSync(each, at, at);
  }
}

describe('What is written beside the last good backup', () => {
  it('and was abandoned goes at the next one, after a day, and nothing that is somebody else’s', async () => {
    leave('eclic.backup.part-Ab12cd', 1.1);
    const others = [
      ['eclic.backup.part-Xy34zw', 0.9],
      ['other.backup.part-Ab12cd', 9],
      ['eclic.backup.part-of-2025', 9],
    ] as const;
    for (const [name, daysAgo] of others) leave(name, daysAgo);
    const ownFile = join(folder, 'eclic.backup.part-Fi1e00');
    writeFileSync(ownFile, '');
    utimesSync(ownFile, 0, 0);
    expect(await writeBeside(file, write)).toBeNull();
    expect(readdirSync(folder).toSorted()).toEqual(
      ['eclic.backup', 'eclic.backup.part-Fi1e00', ...others.map(([name]) => name)].toSorted(),
    );
  });

  it('is on the disk before it has the name, and the name is when it is said to be there', async () => {
    const synced: [path: string, hasName: boolean][] = [];
    await writeBeside(file, write, async (path) => void synced.push([path, existsSync(file)]));
    expect(synced).toEqual([
      [expect.stringContaining('eclic.backup.part-'), false],
      [folder, true],
    ]);
    expect(readFileSync(file, 'utf8')).toBe('whole');
  });

  it('is its owner’s alone to read, also where one of before was everybody’s', async () => {
    writeFileSync(file, 'of before', { mode: 0o644 });
    await writeBeside(file, write);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('and could not be finished, or broke off, leaves the good one as it was', async () => {
    writeFileSync(file, 'of before');
    expect(await writeBeside(file, async () => 'pg_dump did not succeed')).toBe('pg_dump did not succeed');
    const broken = writeBeside(file, async (part) => {
      await writeFile(part, 'half');
      throw new Error('The disk is full');
    });
    await expect(broken).rejects.toThrow('The disk is full');
    expect(readFileSync(file, 'utf8')).toBe('of before');
    expect(readdirSync(folder)).toEqual(['eclic.backup']);
  });
});
