export type BuildMode = 'demo' | 'production';

/** Where the build of a mode stands, from the project's folder. */
export function buildFolder(mode: BuildMode): string {
  return mode === 'demo' ? 'dist-demo' : 'dist';
}
