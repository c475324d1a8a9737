import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { serverAt } from '../../contract/conformance/local-server.ts';
import { ORIGIN, type Subject } from '../../contract/conformance/subject.ts';

/** Starts a file of this folder as a process of its own, which ends with this one. */
export function start(file: string, env: Record<string, string> = {}): ChildProcess {
  const options = { execArgv: ['--import', 'tsx'], env: { ...process.env, ...env } };
  return fork(new URL(file, import.meta.url), [], options);
}

/** Waits for the next message of a process, after asking if there is something to ask. Throws where the process has ended by itself. */
export async function hear<T>(child: ChildProcess, asked?: Serializable): Promise<T> {
  checkGoesOn(child);
  if (asked !== undefined) child.send(asked);
  const [heard] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  checkGoesOn(child);
  return heard;
}

export async function stop(child: ChildProcess): Promise<void> {
  checkGoesOn(child);
  child.kill();
  await once(child, 'exit');
}

/** To wait for a process that has ended would take for ever. */
function checkGoesOn({ exitCode, signalCode, spawnargs }: ChildProcess): void {
  const end = exitCode ?? signalCode;
  if (end !== null) throw new Error(`${spawnargs.at(-1)} ended by itself: ${end}`);
}

/** Returns a running server in the form that the conformance suite calls. */
export function subjectAt(port: number): Subject {
  return { server: serverAt(port, ORIGIN), advance() {}, stop: async () => {} };
}
