import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const NO_SUCH_FILE = 'ENOENT';

export interface Run {
  options: readonly string[];
  password?: string;
}

/** Returns a sentence if the program failed, else null. The program's own complaints go to the terminal. */
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

/** Takes the password out of the URL, since everybody on a machine sees the arguments of a running program. */
export function at(url: string, options: readonly string[]): Run {
  const place = new URL(url);
  const password = decodeURIComponent(place.password);
  place.password = '';
  return { options: [`--dbname=${place.href}`, ...options], password };
}
