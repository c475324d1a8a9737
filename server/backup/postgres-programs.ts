import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const NO_SUCH_FILE = 'ENOENT';

export interface Run {
  options: readonly string[];
  password?: string;
}

/** Answers a sentence where it has not done it; what it complains about is for whoever called. */
export async function run(
  program: string,
  { options, password }: Run,
  onLine: (line: string) => void = () => {},
): Promise<string | null> {
  const child = spawn(program, options, {
    env: { ...process.env, ...(password && { PGPASSWORD: password }) },
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  createInterface(child.stdout).on('line', onLine);
  try {
    const [code] = await once(child, 'close');
    return code === 0 ? null : `${program} has not finished: what it says stands above.`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== NO_SUCH_FILE) throw error;
    return `${program} is not on this machine. It comes with PostgreSQL's client programs, of the server's version or a newer one.`;
  }
}

/** Everybody on a machine sees with what words a program was called. */
export function at(url: string, options: readonly string[]): Run {
  const place = new URL(url);
  const password = decodeURIComponent(place.password);
  place.password = '';
  return { options: [`--dbname=${place.href}`, ...options], password };
}
