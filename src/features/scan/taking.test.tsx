import { waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { jpegHeader } from '../../../testing/jpeg-header.ts';
import { paperPhoto, renderScan } from '../../../testing/render-scan.tsx';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { isUnderWay } from '../../lib/under-way.ts';

afterEach(() => endTrouble('memoryOnly'));

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

test('how to photograph is said wherever the photos stay, and the device is named only where it keeps them', async () => {
  const { screen } = await renderScan();
  const line = await screen.findByText(/^Fotografe cada folha/);
  expect(line).toHaveTextContent(
    /boa luz\. As fotografias ficam neste dispositivo até as juntar como um PDF\.$/,
  );
  noteTrouble('memoryOnly');
  await waitFor(() => expect(screen.queryByText(/neste dispositivo/)).toBeNull());
  expect(screen.getByText('Fotografe cada folha de frente e com boa luz.')).toBeVisible();
});
