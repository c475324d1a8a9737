import type { Plugin } from 'vite';

/**
 * Leaves out the path that the file of each route names. The path is there for types: the router takes it from the generated tree, and ignores this one
 * (`createFileRoute` of @tanstack/react-router). Without this plugin the first script would have every path twice.
 */
export function routePaths(): Plugin {
  return {
    name: 'eclic-route-paths',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\/src\/app\/routes\// },
      handler: (code) => ({ code: withoutPaths(code), map: null }),
    },
  };
}

export function withoutPaths(code: string): string {
  return code.replace(/\bcreateFileRoute\((['"`])\/[^'"`]*\1\)/g, 'createFileRoute()');
}
