import { readBasePath } from '../serving/base-path.ts';

/** As the server is told it too (`BASE_PATH`): what is built knows where it stands. */
export const basePath = requireBasePath(process.env.BASE_PATH ?? '');

function requireBasePath(given: string): string {
  const path = readBasePath(given);
  if (path === null) throw new Error(`BASE_PATH must be a path such as /eclic/, not «${given}».`);
  return path;
}
