import { expect, test } from 'vitest';
import { sentOfEach } from './sending-progress.tsx';

const FILES = [{ size: 100 }, { size: 50 }, { size: 200 }];

test.each([
  [0, [0, 0, 0]],
  [99, [99, 0, 0]],
  [120, [100, 20, 0]],
  [150, [100, 50, 0]],
  [350, [100, 50, 200]],
])('of three files with %i bytes gone in all, each shows its own part', (sent, ofEach) => {
  expect(sentOfEach(FILES, sent)).toEqual(ofEach);
});
