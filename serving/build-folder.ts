export type BuildMode = 'demo' | 'production';

/** Returns the folder of a mode's build, relative to the project's folder. */
export function buildFolder(mode: BuildMode): string {
  return mode === 'demo' ? 'dist-demo' : 'dist';
}
