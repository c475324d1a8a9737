import { vi } from 'vitest';
import type { CitizenDatabase } from '../src/db/core/citizen-database.ts';
import { sheetsOf } from '../src/db/core/file-schema.ts';
import { readDraft } from '../src/db/drafts/drafts.ts';
import { addPhoto } from '../src/db/drafts/scans.ts';
import { listAttachments, readScan } from '../src/db/files/file-rows.ts';
import type { PaperDesk } from '../src/features/scan/paper-calls.ts';
import { readOpenedScan, ScanPage } from '../src/features/scan/scan-page.tsx';
import { lookAt } from '../src/lib/paper/doubts.ts';
import type { Corners } from '../src/lib/paper/pixels.ts';
import { NOON, writeCompleteDraft } from './builders.ts';
import { jpegHeader } from './jpeg-header.ts';
import { openMemoryDatabase } from './memory-database.ts';
import { renderFeature } from './render-feature.tsx';

export const FOUND: Corners = [
  { x: 0.1, y: 0.1 },
  { x: 0.9, y: 0.12 },
  { x: 0.88, y: 0.9 },
  { x: 0.12, y: 0.88 },
];

/** The look of every sheet in these tests. */
export const LOOK = lookAt({ width: 40, height: 60, data: new Uint8ClampedArray(40 * 60 * 4).fill(255) });

/** A photo in which no corners were found. */
export const OPENED = { picture: jpegHeader(), width: 1200, height: 1600, corners: null };

/** Returns a desk that finds the same corners on every photo, doubts nothing, and makes every sheet of the same bytes. */
export function createDesk() {
  return {
    open: vi.fn<PaperDesk['open']>(async () => ({ ...OPENED, corners: FOUND })),
    look: vi.fn<PaperDesk['look']>(async () => ({ look: LOOK, doubts: [] })),
    shrink: vi.fn<PaperDesk['shrink']>(async () => jpegHeader(40, 60)),
    make: vi.fn<PaperDesk['make']>(async () => ({ bytes: jpegHeader(), width: 1240, height: 1754 })),
    close: vi.fn(),
  };
}

/** Returns a file that is a JPEG by its header; each has another size. */
export function paperPhoto(n = 1): File {
  return new File([jpegHeader(1240 + n, 1754)], `folha ${n}.jpg`, { type: 'image/jpeg' });
}

/** Returns the field that a button opens. */
export function fieldOf(button: HTMLElement): HTMLInputElement {
  const field = button.previousElementSibling;
  if (!(field instanceof HTMLInputElement)) throw new Error(`No field for ${button.textContent}`);
  return field;
}

/** Renders the scan of a draft, with this many photos taken before. */
export async function renderScan({
  photos = 0,
  desk = createDesk(),
  others,
  db = openMemoryDatabase(),
}: {
  photos?: number;
  desk?: ReturnType<typeof createDesk>;
  others?: Promise<void>;
  db?: CitizenDatabase;
} = {}) {
  const draftId = await writeCompleteDraft(db);
  for (let n = 1; n <= photos; n += 1) {
    await addPhoto(db, draftId, { id: `s${n}`, type: 'image/jpeg', bytes: jpegHeader(n, n) }, NOON);
  }
  const draft = await readDraft(db, draftId);
  if (!draft) throw new Error('No draft');
  const opened = await readOpenedScan(db, draft);
  const openDesk = () => desk;
  const rendered = await renderFeature(<ScanPage opened={opened} openDesk={openDesk} />, { db, others });
  /** Hands a photo to the field of a button, as the camera does. */
  async function take(button: string, ...files: File[]) {
    const opener = await rendered.screen.findByRole('button', { name: button });
    await rendered.user.upload(fieldOf(opener), files);
  }
  return {
    ...rendered,
    db,
    desk,
    draftId,
    take,
    sheets: async () => sheetsOf(await readScan(db, draftId)),
    files: () => listAttachments(db, draftId),
  };
}
