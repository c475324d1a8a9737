import { spawn } from 'node:child_process';

/** Starts an invisible screen for a browser that needs one. Xvfb chooses the screen's number. */
export async function startScreen(command: string): Promise<{ display: string; close(): Promise<void> }> {
  const child = spawn(command, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => reject(new Error('Xvfb did not start')));
    child.stdio[3]?.once('data', (data) => resolve(String(data).trim()));
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    display: `:${number}`,
    async close() {
      child.kill();
      await ended;
    },
  };
}
