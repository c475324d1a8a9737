import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

const FOLDER = join(import.meta.dirname, '../../src/lib/paper');
const PARTS = ['find-corners', 'straighten', 'tones', 'doubts'];
const ENTRY = 'virtual:paper';

/** Returns the app's code for sheets of paper (corners, straightening, tones, doubts) as one module. */
export async function bundlePaper(): Promise<string> {
  const built = (await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'paper',
        resolveId: (id) => (id === ENTRY ? id : null),
        load: (id) =>
          id === ENTRY ? PARTS.map((part) => `export * from '${FOLDER}/${part}.ts';`).join('\n') : null,
      },
    ],
    build: {
      write: false,
      rolldownOptions: {
        input: ENTRY,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', minify: true },
      },
    },
  })) as Rolldown.RolldownOutput;
  return built.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('');
}
