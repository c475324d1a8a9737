import { waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { jpegHeader } from '../../../testing/jpeg-header.ts';
import { paperPhoto, renderScan } from '../../../testing/render-scan.tsx';
import { isUnderWay } from '../../lib/under-way.ts';

/** Returns a photo whose bytes come only once `give` is called. */
function slowPhoto() {
  const photo = paperPhoto(2);
  let give = () => {};
  const bytes = new Promise<ArrayBuffer>((resolve) => {
    give = () => resolve(jpegHeader(1242, 1754));
  });
  return { photo: Object.assign(photo, { arrayBuffer: () => bytes }), give };
}

test('the page is not loaded anew before the last of several photos is kept', async () => {
  const { take, sheets } = await renderScan();
  const { photo, give } = slowPhoto();
  await take('Fotografar papel', paperPhoto(1), photo);
  await waitFor(async () => expect(await sheets()).toHaveLength(1));
  expect(isUnderWay()).toBe(true);
  give();
  await waitFor(() => expect(isUnderWay()).toBe(false));
  expect(await sheets()).toHaveLength(2);
});
