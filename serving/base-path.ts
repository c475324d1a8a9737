const PATH = /^(\/[\w.~-]+)*\/?$/;

/** Below which address e-Clic stands, from what is set: empty at the root of an origin, `/eclic` for `/eclic/`. Null: that is no path. */
export function readBasePath(given: string): string | null {
  return PATH.test(given) ? given.replace(/\/$/, '') : null;
}

/** An address as it would be at the root; null for one that is not below the path. */
export function withoutBasePath(url: string, basePath: string): string | null {
  return url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : null;
}
