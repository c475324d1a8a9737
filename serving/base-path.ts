const PATH = /^(\/[\w.~-]+)*\/?$/;

/** Reads the path below which e-Clic is served: empty at the root of an origin, `/eclic` for `/eclic/`. Returns null when the setting is no path. */
export function readBasePath(given: string): string | null {
  return PATH.test(given) ? given.replace(/\/$/, '') : null;
}

/** Returns an address as it would be at the root; null for one that is not below the path. */
export function withoutBasePath(url: string, basePath: string): string | null {
  return url.startsWith(`${basePath}/`) ? url.slice(basePath.length) : null;
}
