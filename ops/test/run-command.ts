import { spawn } from 'node:child_process';

export type Command = readonly [program: string, ...args: string[]];

export function npm(script: string): Command {
  return ['npm', 'run', '--silent', script];
}

/** Runs a command and shows its output as it comes. Throws where the command fails. */
export async function run(command: Command, env: Record<string, string> = {}): Promise<void> {
  const code = await start(command, env, null);
  if (code !== 0) throw new Error(`${command.join(' ')} failed`);
}

/** Runs rows of commands side by side, each row in order. The output of each command is shown whole when it ends. */
export async function runBeside(...rows: readonly (readonly Command[])[]): Promise<void> {
  const failed = await Promise.all(rows.map(runRow));
  const names = failed.flat();
  if (names.length > 0) throw new Error(`${names.join(' and ')} failed`);
}

/** Returns the command that failed, and leaves out the rest of its row. */
async function runRow(row: readonly Command[]): Promise<string[]> {
  for (const command of row) {
    const said: Buffer[] = [];
    const code = await start(command, {}, said);
    console.log(`> ${command.join(' ')}\n${Buffer.concat(said)}`);
    if (code !== 0) return [command.join(' ')];
  }
  return [];
}

function start(
  [program, ...args]: Command,
  env: Record<string, string>,
  said: Buffer[] | null,
): Promise<number | null> {
  const child = spawn(program, args, {
    stdio: ['ignore', said ? 'pipe' : 'inherit', said ? 'pipe' : 'inherit'],
    env: { ...process.env, ...env },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (bytes) => said?.push(bytes));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
}
