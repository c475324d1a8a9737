import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { ORIGIN, type Subject } from '../../contract/conformance/subject.ts';
import { serverAt } from '../../server/testing/server-at.ts';

/** A file of this folder as a program of its own, which ends with this one. */
export function start(file: string, env: Record<string, string> = {}): ChildProcess {
  const options = { execArgv: ['--import', 'tsx'], env: { ...process.env, ...env } };
  return fork(new URL(file, import.meta.url), [], options);
}

/** What it says next, where it was asked something. */
export async function hear<T>(child: ChildProcess, asked?: Serializable): Promise<T> {
  if (asked !== undefined) child.send(asked);
  const [heard] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (child.exitCode !== null) throw new Error(`It ended by itself: ${child.exitCode}`);
  return heard;
}

export async function stop(child: ChildProcess): Promise<void> {
  child.kill();
  await once(child, 'exit');
}

/** As the conformance suite calls it. */
export function subjectAt(port: number): Subject {
  return { server: serverAt(port, ORIGIN), advance() {}, stop: async () => {} };
}
