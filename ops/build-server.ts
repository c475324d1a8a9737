import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OUT = 'dist-server';
const COMPILER = 'node_modules/typescript-native/bin/tsc';
/** What the server reads beside its code, each folder and file in the place that the code knows it by. */
const READ_AT_RUN_TIME = [
  'server',
  'mocks/cmd',
  'src/ui/styles/tokens.css',
  'src/ui/styles/focus.css',
  'src/ui/styles/contrast.css',
  'src/ui/word-mark.module.css',
];

/** The server as JavaScript, file by file: it starts without a compiler, and a stack leads to the file that one knows. */
rmSync(OUT, { recursive: true, force: true });
execFileSync(process.execPath, [COMPILER, '-p', 'server/tsconfig.build.json'], { stdio: 'inherit' });
for (const place of READ_AT_RUN_TIME) {
  const isCode = (path: string) => /\.tsx?$|tsconfig\.build\.json$/.test(path);
  cpSync(place, join(OUT, place), { recursive: true, filter: (path) => !isCode(path) });
}
writeFileSync(join(OUT, 'main.js'), "import './server/main.js';\n");
