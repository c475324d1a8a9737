import { fireEvent, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { jpegHeader } from '../../../testing/jpeg-header.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { paperPhoto, renderScan } from '../../../testing/render-scan.tsx';
import { sheetsOf } from '../../db/core/file-schema.ts';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { readScan } from '../../db/files/file-rows.ts';
import { isUnderWay } from '../../lib/under-way.ts';
import { ScanEntry } from './scan-entry.tsx';

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

test('of several photos those that can be read are kept, and of each other one it is said why', async () => {
  const { take, sheets, screen } = await renderScan();
  const notes = ['a.tif', 'b.tif'].map((name) => new File(['palavras'], name, { type: 'image/tiff' }));
  const [first = paperPhoto(9), second = first] = notes;
  await take('Fotografar papel', first, paperPhoto(1), second, paperPhoto(2));
  await waitFor(async () => expect(await sheets()).toHaveLength(2));
  for (const number of [1, 2]) {
    await screen.findByRole('img', { name: `Fotografia da página ${number}` });
    fireEvent.click(screen.getByRole('button', { name: 'Usar esta página' }));
  }
  expect(await screen.findByText(/^«a.tif» não é uma fotografia/)).toBeVisible();
  expect(screen.getByText(/^«b.tif» não é uma fotografia/)).toBeVisible();
});

test('whoever is told of a photo that was not kept stays where it is said', async () => {
  const db = openMemoryDatabase();
  const draftId = await writeCompleteDraft(db);
  const { screen, user, pathname } = await renderFeature(<ScanEntry draftId={draftId} />, { db });
  const before = pathname();
  const input = (await screen.findByRole('button', { name: 'Fotografar papel' })).previousElementSibling;
  if (!(input instanceof HTMLInputElement)) throw new Error('No field');
  await user.upload(input, [paperPhoto(1), new File(['palavras'], 'a.tif', { type: 'image/tiff' })]);
  expect(await screen.findByText(/^«a.tif» não é uma fotografia/)).toBeVisible();
  expect(pathname()).toBe(before);
  expect(sheetsOf(await readScan(db, draftId))).toHaveLength(1);
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
