import { cleanup, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { sha256Hex } from '../../../shared/sha256.ts';
import { attachPdf, NOON, writeCompleteDraft } from '../../../testing/builders.ts';
import { jpegHeader } from '../../../testing/jpeg-header.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { createDesk, LOOK, OPENED, renderScan } from '../../../testing/render-scan.tsx';
import { sheetsOf } from '../../db/core/file-schema.ts';
import { addAttachment, removeAttachment } from '../../db/drafts/attachments.ts';
import { addPhoto, attachScan, detachScan } from '../../db/drafts/scans.ts';
import { listAttachments, readScan } from '../../db/files/file-rows.ts';
import { ChosenPictures } from './chosen-pictures-line.tsx';
import { ScanEntry } from './scan-entry.tsx';

const PRESS = 'Juntar as fotografias num PDF';

/** Returns as many bytes as a photo has. */
function photoBytes(width: number, height = width): ArrayBuffer {
  const bytes = new Uint8Array(40_000);
  bytes.set(new Uint8Array(jpegHeader(width, height)));
  return bytes.buffer;
}

async function renderChosen(photos: number, desk = createDesk()) {
  const db = openMemoryDatabase();
  const draftId = await writeCompleteDraft(db);
  for (let n = 1; n <= photos; n += 1) {
    const bytes = photoBytes(n);
    const row = { id: `p${n}`, name: `foto ${n}.jpg`, type: 'image/jpeg', bytes, thumbnail: null };
    const addedAt = new Date(NOON.getTime() + n);
    await addAttachment(db, draftId, { ...row, sha256: await sha256Hex(bytes) }, addedAt);
  }
  await attachPdf(db, draftId);
  const openDesk = () => desk;
  const rendered = await renderFeature(<ChosenPictures draftId={draftId} openDesk={openDesk} />, { db });
  const names = async () => (await listAttachments(db, draftId)).map(({ name }) => name);
  const sheets = async () => sheetsOf(await readScan(db, draftId));
  return { ...rendered, db, draftId, desk, names, sheets };
}

test('two photos among the files are offered as one PDF, and stay files until it is made', async () => {
  const { screen, user, names, sheets, pathname, draftId, db } = await renderChosen(2);
  await user.click(await screen.findByRole('button', { name: PRESS }));
  await waitFor(() => expect(pathname()).toBe(`/digitalizar/${draftId}`));
  expect((await sheets()).map(({ attachmentId }) => attachmentId)).toEqual(['p1', 'p2']);
  expect(await names()).toHaveLength(3);

  const made = { id: 'pdf', name: 'tudo.pdf', type: 'application/pdf', sha256: 'aa', thumbnail: null };
  const taken = await sheets();
  await attachScan(db, draftId, { ...made, bytes: jpegHeader() }, taken, NOON);
  expect((await names()).sort()).toEqual(['fatura.pdf', 'tudo.pdf']);
  await detachScan(db, draftId, 'pdf', taken, NOON);
  expect((await names()).sort()).toEqual(['fatura.pdf', 'foto 1.jpg', 'foto 2.jpg']);
});

test('one photo is not offered as a PDF, is looked at once, and the doubt about it is said', async () => {
  const desk = createDesk();
  desk.look.mockResolvedValue({ look: LOOK, doubts: ['dark'] });
  const { screen } = await renderChosen(1, desk);
  const doubt = '«foto 1.jpg»: parece escura. Consegue ler todas as palavras?';
  expect(await screen.findByText(doubt, { selector: 'p' })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(doubt));
  expect(screen.queryByRole('button', { name: PRESS })).toBeNull();
  expect(desk.look).toHaveBeenCalledTimes(1);
  expect(desk.close).toHaveBeenCalled();
});

test('a photo is said to be like another one only while that is there', async () => {
  const desk = createDesk();
  desk.look.mockImplementation(async (_corners, others) => ({
    look: LOOK,
    doubts: others.length > 0 ? ['same-again'] : [],
  }));
  const { screen, db } = await renderChosen(2, desk);
  const doubt = await screen.findByText(/^«foto 2\.jpg»: parece igual/, { selector: 'p' });
  await removeAttachment(db, 'p1', NOON);
  await waitFor(() => expect(doubt).not.toBeInTheDocument());
});

test('of photos that are attached and are to be one PDF, it is not said that they are not attached', async () => {
  const { screen, user, db, draftId, sheets } = await renderChosen(2);
  await user.click(await screen.findByRole('button', { name: PRESS }));
  await waitFor(async () => expect(await sheets()).toHaveLength(2));
  cleanup();
  const entry = await renderFeature(<ScanEntry draftId={draftId} />, { db });
  expect(await entry.screen.findByRole('link', { name: 'Continuar a digitalizar' })).toBeVisible();
  expect(entry.screen.queryByText(/por juntar/)).toBeNull();
});

test('a picture without a sheet to be seen on it is not called empty', async () => {
  const desk = createDesk();
  desk.open.mockResolvedValue(OPENED);
  desk.look.mockResolvedValue({ look: LOOK, doubts: ['nearly-empty', 'blurred'] });
  const { screen } = await renderChosen(1, desk);
  expect(await screen.findByText(/parece tremida/, { selector: 'p' })).toBeVisible();
  expect(screen.queryByText(/quase vazia/)).toBeNull();
});

test('a picture that is too long for a page is offered as none, and the doubt about it is said', async () => {
  const desk = createDesk();
  desk.open.mockResolvedValue(OPENED);
  desk.look.mockResolvedValue({ look: LOOK, doubts: ['blurred'] });
  const { screen, db, draftId } = await renderChosen(1, desk);
  const bytes = photoBytes(1080, 12_000);
  const talk = { id: 'talk', name: 'conversa.jpg', type: 'image/jpeg', bytes, thumbnail: null };
  await addAttachment(db, draftId, { ...talk, sha256: await sha256Hex(bytes) }, NOON);
  expect(await screen.findByText(/^«conversa.jpg»: parece tremida/, { selector: 'p' })).toBeVisible();
  expect(screen.queryByRole('button', { name: PRESS })).toBeNull();
});

test('a picture that the browser cannot work on, and is to be attached as it is, stays the file that it was', async () => {
  const desk = createDesk();
  desk.open.mockRejectedValue(new Error('no canvas'));
  const { screen, user, db, draftId, files, sheets } = await renderScan({ desk });
  await screen.findByRole('button', { name: 'Fotografar papel' });
  const bytes = jpegHeader();
  const attachmentId = await attachPdf(db, draftId, bytes, 'foto.jpg');
  await addPhoto(db, draftId, { id: 'p', type: 'image/jpeg', bytes, attachmentId }, NOON);
  await user.click(await screen.findByRole('button', { name: 'Juntar tal como está' }));
  await waitFor(async () => expect(await sheets()).toEqual([]));
  expect((await files()).map(({ id }) => id)).toEqual([attachmentId]);
});
