import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const canScan = ['pdftoppm', 'zbarimg'].every((program) => !spawnSync(program, ['--help']).error);

/** Reads the codes that a camera finds on the printed pages, by programs that are not part of the app. */
export async function scanCodes(pdf: Blob, dpi: number): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'e-clic-code-'));
  await writeFile(join(folder, 'receipt.pdf'), new Uint8Array(await pdf.arrayBuffer()));
  spawnSync('pdftoppm', ['-r', `${dpi}`, '-png', 'receipt.pdf', 'page'], { cwd: folder });
  const { stdout } = spawnSync('sh', ['-c', 'zbarimg --quiet --raw page*.png'], {
    cwd: folder,
    encoding: 'utf8',
  });
  await rm(folder, { recursive: true });
  return stdout.trim().split('\n');
}
