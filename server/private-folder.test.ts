import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { submission, submit } from '../contract/conformance/subject.ts';
import { keepPrivate } from './private-folder.ts';
import { runProgram } from './testing/run-program.ts';
import { START_MS } from './testing/start-ms.ts';
import { findNobody } from './testing/throwaway-postgres.ts';
import { withServer } from './testing/with-server.ts';

/** The word has no accent: a mail would encode it. */
const WORD = 'esclerose';
const OTHERS = 0o077;

/** A folder that others may enter, such as `/var/lib`. */
const home = mkdtempSync(join(tmpdir(), 'eclic-private-'));
chmodSync(home, 0o755);
afterAll(() => rmSync(home, { recursive: true, force: true }));

const [data, mails, backup] = ['data', 'mails', 'eclic.backup'].map((name) => join(home, name)) as [
  string,
  string,
  string,
];

/** Returns the files in which the word stands, as far as that user can read them. */
function findWord(user: { uid?: number; gid?: number }): string[] {
  const words = ['--recursive', '--text', '--files-with-matches', WORD, home];
  const { stdout } = spawnSync('grep', words, { ...user, encoding: 'utf8' });
  return stdout.split('\n').filter(Boolean);
}

it(
  'nobody else on the machine finds a citizen’s word in DATA_DIR, in mails or in a backup, also in folders of before',
  async () => {
    for (const folder of [data, mails]) mkdirSync(folder, { mode: 0o755 });
    const settings = { DATA_DIR: data, MAIL_DIR: mails, MAIL_FROM: 'eclic@exemplo.pt' };
    await withServer(settings, async (maria, { sendMail }) => {
      await submit(maria, randomUUID(), submission({ description: `Tenho ${WORD}.` }));
      await sendMail?.({ to: 'rita@exemplo.pt', subject: 'Pedido', text: `Tem ${WORD}.` });
    });
    expect(runProgram(['backup', backup], { DATA_DIR: data }).status).toBe(0);

    for (const each of [data, mails, backup]) expect(statSync(each).mode & OTHERS).toBe(0);
    for (const mail of readdirSync(mails)) expect(statSync(join(mails, mail)).mode & OTHERS).toBe(0);
    expect(findWord({}).length).toBeGreaterThan(1);
    const nobody = findNobody();
    const leftOpen = join(home, 'left-open');
    writeFileSync(leftOpen, WORD, { mode: 0o644 });
    if (nobody) expect(findWord(nobody)).toEqual([leftOpen]);
  },
  START_MS,
);

it('a folder that is everybody’s is not closed to everybody: another is asked for', () => {
  const folder = join(home, 'tmp');
  mkdirSync(folder);
  chmodSync(folder, 0o1777);
  expect(keepPrivate(folder)).toMatch(/is everybody’s\. Choose a folder of its own\.$/);
  expect(statSync(folder).mode & 0o7777).toBe(0o1777);
});
