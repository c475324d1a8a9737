import type { Plugin } from 'vite';

/**
 * Leaves out the path that each route's own file names. It is there for types; the router has it from the tree that its plugin writes, and takes no
 * notice of this one (`createFileRoute` of @tanstack/react-router). The first script would have every path twice.
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
