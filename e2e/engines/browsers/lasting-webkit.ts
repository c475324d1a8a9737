import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram } from './find-engine.ts';
import { startProcessGroup } from './process-group.ts';
import { startScreen } from './screen.ts';

const ANSWER = 'e-clic-answers:';
const WAIT_MS = 30_000;

export interface LastingWebKit {
  /** The result of the script. */
  answer: string;
  /** What pages wrote to the console before the script ended. */
  messages: string[];
  kill(): Promise<void>;
}

/**
 * Runs WebKit with a profile on disk, which its driver never has. The browser itself puts the script into each page; the script acts like a person, and writes
 * its result to the console.
 */
export async function runInLastingWebKit<Args extends string[]>(
  profile: string,
  url: string,
  script: (...args: Args) => Promise<string>,
  ...args: Args
): Promise<LastingWebKit> {
  const file = join(profile, '..', 'user-script.js');
  writeFileSync(
    file,
    `(${script})(...${JSON.stringify(args)}).then((answer) => console.log('${ANSWER}' + answer + ';'))`,
  );
  const screen = await startScreen(findProgram('screen'));
  const { child, kill } = startProcessGroup(
    findProgram('miniBrowser'),
    [
      `--profile-dir=${profile}`,
      `--user-script-at-end=${file}`,
      '--enable-write-console-messages-to-stdout=true',
      url,
    ],
    { ...process.env, DISPLAY: screen.display, DBUS_SESSION_BUS_ADDRESS: 'disabled:', NO_AT_BRIDGE: '1' },
  );
  let written = '';
  const answer = await new Promise<string>((resolve, reject) => {
    const complain = () => reject(new Error(`WebKit did not answer: ${written}`));
    const timer = setTimeout(complain, WAIT_MS);
    child.once('close', complain);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (data) => {
        written += data;
        const found = written.match(`${ANSWER}(.*?);`)?.[1];
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(found);
      });
    }
  });
  return {
    answer,
    messages: written.split('\n').filter((line) => /\bCONSOLE /.test(line) && !line.includes(ANSWER)),
    async kill() {
      await kill();
      await screen.close();
    },
  };
}
