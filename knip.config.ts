import type { KnipConfig } from 'knip';

/** Turns what a style sheet names into imports: only style sheets name the fonts. */
function namedInCss(text: string): string {
  return [...text.matchAll(/(?:url\(|@import )"([^"]+)"/g)].map(([, path]) => `import '${path}';`).join('\n');
}

export default {
  // Files that no other imports: those served as they are by Balcão and by the stand-in of Chave Móvel Digital; those that the build puts in the place of a
  // package's file; those built by themselves, into the pages or as the worker; one run by hand.
  entry: [
    'server/balcao/{styles,scripts}/*.{css,js}',
    'mocks/cmd/*.{js,css}',
    'src/*/stand-ins/*.ts',
    'src/app/device/sw.ts',
    'src/background-sync.ts',
    'src/app/boot/{head-script,watch-start}.ts',
    'build/render-pages.tsx',
    'ops/mutants/run.ts',
  ],
  project: ['**/*.{ts,tsx,js,css}'],
  compilers: { css: namedInCss },
  // The package is found by its `package.json`, since what it holds is bundled for a page and never imported.
  ignoreDependencies: ['@guidepup/virtual-screen-reader'],
  // Programs of the system, called only where they are there or may be installed; and `ffmpeg`, which is needed to record the film anew.
  ignoreBinaries: ['apt-get', 'ffmpeg', 'pdftoppm', 'promtool', 'systemd-analyze'],
  // A generator may export types that nothing uses.
  ignoreIssues: { '**/*.gen.ts': ['types'] },
} satisfies KnipConfig;
