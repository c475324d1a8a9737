import type { KnipConfig } from 'knip';

/** Fonts are named in style sheets alone. */
function namedInCss(text: string): string {
  return [...text.matchAll(/(?:url\(|@import )"([^"]+)"/g)].map(([, path]) => `import '${path}';`).join('\n');
}

export default {
  // Served as they stand to the stand-in of Chave Móvel Digital; put by the build in the place of a package's own file; built by themselves, into the pages or as the worker; started as a process of its own; run by hand.
  entry: [
    'server/balcao/{styles,scripts}/*.{css,js}',
    'mocks/cmd/*.{js,css}',
    'src/*/stand-ins/*.ts',
    'src/app/device/sw.ts',
    'src/background-sync.ts',
    'src/app/boot/{head-script,watch-start}.ts',
    'build/render-pages.tsx',
    'bench/server/send-load.ts',
    'ops/mutants/run.ts',
  ],
  project: ['**/*.{ts,tsx,js,css}'],
  compilers: { css: namedInCss },
  // Its folder is asked for, since what it holds is bundled for a page and never imported.
  ignoreDependencies: ['@guidepup/virtual-screen-reader'],
  // Debian's own, called only where we may or where they are; and what whoever records the film anew has to have.
  ignoreBinaries: ['apt-get', 'ffmpeg', 'pdftoppm', 'promtool', 'systemd-analyze', 'tesseract'],
  // What a generator writes is its own matter.
  ignoreIssues: { '**/*.gen.ts': ['types'] },
} satisfies KnipConfig;
