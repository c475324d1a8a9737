import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const [, command = ''] =
  /^ {2}backup:\n(?:.*\n)*? {4}command:\n {6}- (.*)$/m.exec(readFileSync('compose.yaml', 'utf8')) ?? [];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'eclic-each-day-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs what the container runs until its first sleep, with a program that writes these words as the backup. */
function runUntilSleep(words: string): void {
  const inPlace = `node() { echo ${words} >"$3"; }; sleep() { exit; };`;
  const script = command.replaceAll('$$', '$').replaceAll('/backup/', `${folder}/`);
  execFileSync('sh', ['-c', `${inPlace} ${script}`]);
}

const readBackups = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').trim());

describe('The service that backs up each day', () => {
  it('makes a backup at its first start, and at a second one on the same day leaves it as it is', () => {
    runUntilSleep('good');
    expect(readBackups()).toEqual(['good']);
    runUntilSleep('empty');
    expect(readBackups()).toEqual(['good']);
  });

  it('sweeps what one that was killed left half-written on another day, and nothing that was made by hand', () => {
    for (const name of ['eclic-1', 'eclic-7', 'eclic-by-hand'])
      mkdirSync(join(folder, `${name}.backup.part-Ab12cd`));
    writeFileSync(join(folder, 'eclic-7.backup.part-Ab12cd', 'eclic-7.backup'), 'half of Maria’s words');
    runUntilSleep('good');
    expect(readdirSync(folder).filter((name) => name.includes('part'))).toEqual([
      'eclic-by-hand.backup.part-Ab12cd',
    ]);
  });

  it('writes over the one of a week before', () => {
    const file = `eclic-${new Date().getDay() || 7}.backup`;
    writeFileSync(join(folder, file), 'old');
    const weekBefore = Date.now() / 1000 - 7 * 86_400;
    utimesSync(join(folder, file), weekBefore, weekBefore);
    runUntilSleep('good');
    expect(readBackups()).toEqual(['good']);
  });
});
