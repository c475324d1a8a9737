import { fireEvent, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { jpegHeader } from '../../../testing/jpeg-header.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { createDesk, fieldOf, paperPhoto, renderScan } from '../../../testing/render-scan.tsx';
import { sheetsOf } from '../../db/core/file-schema.ts';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { readScan } from '../../db/files/file-rows.ts';
import { TAB_GUEST_START } from '../../lib/tab-guest.ts';
import { isUnderWay } from '../../lib/under-way.ts';
import { dismissNotice, useNotices } from '../../state/notices.ts';
import { ScanEntry } from './scan-entry.tsx';

afterEach(() => endTrouble('memoryOnly'));

/** Returns a file that is no photo, though it says so. */
const note = (name: string) => new File(['palavras'], name, { type: 'image/tiff' });

/** Returns a photo whose bytes come only once `give` is called. */
function slowPhoto() {
  const photo = paperPhoto(2);
  let give = () => {};
  const bytes = new Promise<ArrayBuffer>((resolve) => {
    give = () => resolve(jpegHeader(1242, 1754));
  });
  return { photo: Object.assign(photo, { arrayBuffer: () => bytes }), give };
}

test('of a photo whose draft went while it was read it is not said that the device is full', async () => {
  const { screen, take, db, draftId } = await renderScan();
  const { photo, give } = slowPhoto();
  await take('Fotografar papel', photo);
  await db.drafts.delete(draftId);
  give();
  expect(await screen.findByText(/^O rascunho já foi enviado ou eliminado/)).toBeVisible();
});

test('a device that cannot be read for a moment says that it kept no photo', async () => {
  const { screen, take, db } = await renderScan();
  await screen.findByRole('button', { name: 'Fotografar papel' });
  db.close();
  await take('Fotografar papel', paperPhoto(1));
  expect(await screen.findByText(/^Não há espaço neste dispositivo/)).toBeVisible();
});

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
  await take('Fotografar papel', note('a.tif'), paperPhoto(1), note('b.tif'), paperPhoto(2));
  await waitFor(async () => expect(await sheets()).toHaveLength(2));
  for (const number of [1, 2]) {
    await screen.findByRole('img', { name: `Fotografia da página ${number}` });
    fireEvent.click(screen.getByRole('button', { name: 'Usar esta página' }));
  }
  expect(await screen.findByText(/^«a.tif» não é uma fotografia/)).toBeVisible();
  expect(screen.getByText(/^«b.tif» não é uma fotografia/)).toBeVisible();
});

test('whoever takes a long screenshot for a sheet hears that nobody could read it on a page, and how to attach it', async () => {
  const { screen, take, sheets } = await renderScan();
  const talk = new File([jpegHeader(1080, 12_000)], 'conversa.jpg', { type: 'image/jpeg' });
  await take('Fotografar papel', talk, paperPhoto(1));
  await waitFor(async () => expect(await sheets()).toHaveLength(1));
  await screen.findByRole('img', { name: 'Fotografia da página 1' });
  fireEvent.click(screen.getByRole('button', { name: 'Usar esta página' }));
  expect(
    await screen.findByText(/^«conversa.jpg» é demasiado comprida para se ler numa página. Em «Escolher/),
  ).toBeVisible();
});

describe('among the attachments', () => {
  async function renderEntry() {
    const db = openMemoryDatabase();
    const draftId = await writeCompleteDraft(db);
    const rendered = await renderFeature(<ScanEntry draftId={draftId} />, { db });
    const button = await rendered.screen.findByRole('button', { name: 'Fotografar papel' });
    const take = (...photos: File[]) => rendered.user.upload(fieldOf(button), photos);
    const sheets = async () => sheetsOf(await readScan(db, draftId));
    return { ...rendered, take, sheets };
  }

  test('whoever is told of a photo that was not kept stays where it is said', async () => {
    const { screen, take, sheets, pathname } = await renderEntry();
    const before = pathname();
    await take(paperPhoto(1), note('a.tif'));
    expect(await screen.findByText(/^«a.tif» não é uma fotografia/)).toBeVisible();
    expect(pathname()).toBe(before);
    expect(await sheets()).toHaveLength(1);
  });

  test('whoever has gone on meanwhile is not pulled back to the photos', async () => {
    const { router, take, sheets, pathname } = await renderEntry();
    const { photo, give } = slowPhoto();
    await take(photo);
    await router.navigate({ to: '/ajuda' });
    give();
    await waitFor(async () => expect(await sheets()).toHaveLength(1));
    await waitFor(() => expect(isUnderWay()).toBe(false));
    expect(pathname()).toBe('/ajuda');
  });

  test('whoever has gone on meanwhile is told of the photo that was not kept', async () => {
    dismissNotice();
    const { router, take } = await renderEntry();
    const { photo, give } = slowPhoto();
    await take(photo, note('a.tif'));
    await router.navigate({ to: '/ajuda' });
    give();
    await waitFor(() => expect(useNotices.getState().notice?.text).toMatch(/^«a.tif» não é uma fotografia/));
  });
});

test('of a photo taken again that is none it is said so where the one before could not be worked on', async () => {
  const desk = createDesk();
  desk.open.mockRejectedValue(new Error('no canvas'));
  const { screen, take } = await renderScan({ photos: 1, desk });
  await screen.findByRole('button', { name: 'Juntar tal como está' });
  await take('Repetir', note('a.tif'));
  expect(await screen.findByText(/^«a.tif» não é uma fotografia/)).toBeVisible();
});

test('a photo that is wrong once more is told of once more', async () => {
  const { screen, take } = await renderScan();
  await take('Fotografar papel', note('a.tif'));
  const line = await screen.findByText(/^«a.tif» não é uma fotografia/);
  await take('Fotografar papel', note('a.tif'));
  await waitFor(() => expect(line).not.toBeInTheDocument());
  expect(await screen.findByText(/^«a.tif» não é uma fotografia/)).toBeVisible();
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

test.each([0, 1])('the device is not named where a tab alone keeps %i photos', async (photos) => {
  const db = openMemoryDatabase(`${TAB_GUEST_START}1`);
  const { screen, user } = await renderScan({ photos, db });
  if (photos > 0) {
    await screen.findByRole('img', { name: 'Fotografia da página 1' });
    await user.click(screen.getByRole('button', { name: 'Usar esta página' }));
  }
  await screen.findByRole('button', { name: photos > 0 ? 'Juntar mais uma página' : 'Fotografar papel' });
  expect(screen.queryByText(/neste dispositivo/)).toBeNull();
});
