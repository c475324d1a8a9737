import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
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
function runUntilSleep(words: string): string[] {
  const inPlace = `node() { echo ${words} >"$3"; }; sleep() { exit; };`;
  const script = command.replaceAll('$$', '$').replaceAll('/backup/', `${folder}/`);
  execFileSync('sh', ['-c', `${inPlace} ${script}`]);
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8').trim());
}

describe('The service that backs up each day', () => {
  it('makes a backup at its first start, and at a second one on the same day leaves it as it is', () => {
    expect(runUntilSleep('good')).toEqual(['good']);
    expect(runUntilSleep('empty')).toEqual(['good']);
  });

  it('writes over the one of a week before', () => {
    const file = `eclic-${new Date().getDay() || 7}.backup`;
    writeFileSync(join(folder, file), 'old');
    const weekBefore = Date.now() / 1000 - 7 * 86_400;
    utimesSync(join(folder, file), weekBefore, weekBefore);
    expect(runUntilSleep('good')).toEqual(['good']);
  });
});
