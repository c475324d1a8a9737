import type { Scene } from './take-photo.ts';

/** Returns the scene of a photo taken with a calm hand in good light; a test changes what it is about. */
export function calmScene(
  changed: Partial<Omit<Scene, 'pose'>> & { pose?: Partial<Scene['pose']> } = {},
): Scene {
  return {
    seed: 1,
    columns: 900,
    rows: 1200,
    table: 'plain',
    exposure: 210,
    tint: [1, 1, 1],
    slope: 0.1,
    shadow: null,
    blurPx: 0,
    shakePx: 0,
    shakeAngle: 0,
    noise: 2,
    quality: 90,
    ...changed,
    pose: {
      roll: 4,
      tilt: 12,
      towards: 30,
      fill: 0.88,
      shift: [0, 0],
      lens: 0.8,
      curl: 0,
      bent: 'left',
      ...changed.pose,
    },
  };
}
