import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const OUT = 'dist-server';
const COMPILER = 'node_modules/typescript-native/bin/tsc';
/** The folders and files that the server reads beside its code, each at the path by which the code knows it. */
const READ_AT_RUN_TIME = [
  'server',
  'mocks/cmd',
  'src/ui/styles/tokens.css',
  'src/ui/styles/focus.css',
  'src/ui/styles/contrast.css',
  'src/ui/word-mark.module.css',
];

/** Compiles the server to JavaScript file by file: it starts without a compiler, and a stack trace names the file that the developer knows. */
rmSync(OUT, { recursive: true, force: true });
execFileSync(process.execPath, [COMPILER, '-p', 'server/tsconfig.build.json'], { stdio: 'inherit' });
for (const place of READ_AT_RUN_TIME) {
  const isCode = (path: string) => /\.tsx?$|tsconfig\.build\.json$/.test(path);
  cpSync(place, join(OUT, place), { recursive: true, filter: (path) => !isCode(path) });
}
writeFileSync(join(OUT, 'main.js'), "import './server/main.js';\n");
