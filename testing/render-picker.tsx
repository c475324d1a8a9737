import { vi } from 'vitest';
import { listAttachments } from '../src/db/files/file-rows.ts';
import { AttachmentPicker } from '../src/features/attachments/attachment-picker.tsx';
import type { PhotoCodec } from '../src/features/attachments/photo-codec.ts';
import { writeCompleteDraft } from './builders.ts';
import { openMemoryDatabase } from './memory-database.ts';
import { renderFeature } from './render-feature.tsx';

export const MB = 1024 * 1024;

function photoBytes(size: number, fill = 7) {
  const bytes = new Uint8Array(Math.round(size)).fill(fill);
  bytes.set([0xff, 0xd8, 0xff]);
  return bytes;
}

/** Returns a file that is a JPEG by its signature. */
export function photo(size: number, name = 'foto.jpg', type = 'image/jpeg'): File {
  return new File([photoBytes(size)], name, { type });
}

/** Draws every photo in 600 kB, and photos of different sizes differently. */
export const codec: PhotoCodec = {
  decode: async ({ size }) => ({
    width: 4000,
    height: 3000,
    hasTransparency: () => false,
    encode: async (_size, type) => new Blob([photoBytes(0.6 * MB, size / MB)], { type }),
    close: () => undefined,
  }),
};

/** Renders the attachments of a new draft, below a text box as in a reply. */
export async function renderPicker(withCodec = codec, db = openMemoryDatabase()) {
  const draftId = await writeCompleteDraft(db);
  const onIssues = vi.fn();
  const rendered = await renderFeature(
    <>
      <textarea />
      <AttachmentPicker
        draftId={draftId}
        errors={[]}
        onIssues={onIssues}
        onReading={() => undefined}
        codec={withCodec}
      />
    </>,
    { db },
  );
  const button = await rendered.screen.findByRole('button', { name: 'Escolher ficheiros' });
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('No place for files');
  const choose = (...files: File[]) => rendered.user.upload(input, files);
  const names = async () => (await listAttachments(db, draftId)).map(({ name }) => name);
  return { ...rendered, db, draftId, onIssues, button, choose, names };
}
