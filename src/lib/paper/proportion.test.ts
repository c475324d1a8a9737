import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeCamera } from '../../../testing/paper/camera.ts';
import { proportionOf } from './proportion.ts';

const PICTURE = { width: 900, height: 1200 };

it('knows the proportion of a sheet that lay askew, whatever lens it was seen through', () => {
  const poses = fc.record({
    lens: fc.double({ min: 0.55, max: 1.9, noNaN: true }),
    tilt: fc.double({ min: 30, max: 40, noNaN: true }),
    towards: fc.double({ min: 25, max: 65, noNaN: true }),
    width: fc.constantFrom(80, 110, 190),
  });
  fc.assert(
    fc.property(poses, ({ lens, tilt, towards, width }) => {
      const pose = {
        width,
        height: 200,
        lens,
        tilt,
        towards,
        roll: 0,
        fill: 0.9,
        shift: [0, 0],
        curl: 0,
        bent: 'left',
      } as const;
      const { corners } = placeCamera(pose, PICTURE.width, PICTURE.height);
      expect(Math.abs((proportionOf(corners, PICTURE) * 200) / width - 1)).toBeLessThan(0.02);
    }),
  );
});
