import { readFileSync } from 'node:fs';

interface AppRoute {
  address: string;
  matches(path: string): boolean;
}

const ROUTE_TREE = new URL('../src/app/boot/route-tree.gen.ts', import.meta.url);
/** These routes show nothing themselves, and redirect. */
const REDIRECTS = ['/', '/rascunhos/novo', '/rascunhos/$draftId'];

/** Returns every address of the app that shows something. */
export function readRoutes(): AppRoute[] {
  const [, ...found] = readFileSync(ROUTE_TREE, 'utf8').split("fullPath: '");
  const addresses = new Set(found.map((text) => text.slice(0, text.indexOf("'")).replace(/(?<=.)\/$/, '')));
  return [...addresses]
    .filter((address) => !REDIRECTS.includes(address))
    .map((address) => {
      const pattern = new RegExp(`^${address.replace(/\$\w+/g, '[^/]+')}/?$`);
      return { address, matches: (path) => pattern.test(path) };
    });
}
