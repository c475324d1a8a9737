import { readBasePath } from '../serving/base-path.ts';

/** The path below which the app is served. It is built into the files, and the server reads it from the same `BASE_PATH`. */
export const basePath = requireBasePath(process.env.BASE_PATH ?? '');

function requireBasePath(given: string): string {
  const path = readBasePath(given);
  if (path === null) throw new Error(`BASE_PATH must be a path such as /eclic/, not «${given}».`);
  return path;
}
