import { failedShare, SHARE_FIELDS, SHARE_PATH } from '../../../../shared/share-address.ts';
import type { SharedContent } from '../../../db/core/device-database.ts';
import { keepShare } from '../../../db/core/shares.ts';
import { withDevice } from '../../../db/core/with-device.ts';

/** A phone shares a whole album at a press; a draft takes a third of this. */
const MOST_FILES = 32;
/** Not even a photo can be made small enough from a larger file, and every file is read into memory here. */
const FILE_MAX_BYTES = 64 * 1024 * 1024;

export interface ShareOptions {
  now?: () => Date;
  /** The limit of one file; all files together may have three times as much. */
  maxBytes?: number;
}

/**
 * Keeps what was shared. Returns the address that names the share and tells nothing of its content, or one that says why there is no share.
 * Rejects where the device cannot keep it.
 */
export async function keepShared(request: Request, options: ShareOptions = {}): Promise<string> {
  const { now = () => new Date(), maxBytes = FILE_MAX_BYTES } = options;
  const content = await readContent(await request.formData(), maxBytes);
  if (content.text === '' && content.files.length + content.leftOut.length === 0) return failedShare('vazio');
  const id = await withDevice((device) => keepShare(device, content, now()));
  return id ? `${SHARE_PATH}?partilha=${id}` : failedShare('aparelho');
}

async function readContent(form: FormData, maxBytes: number): Promise<SharedContent> {
  const { title, text, url, files } = SHARE_FIELDS;
  const chosen = form.getAll(files).filter((each) => typeof each !== 'string');
  const content: SharedContent = {
    text: joinTexts([title, text, url].map((name) => form.get(name))),
    files: [],
    leftOut: [],
  };
  let total = 0;
  for (const file of chosen) {
    // A form without a chosen file sends such an entry.
    if (file.name === '' && file.size === 0) continue;
    const hasRoom =
      content.files.length < MOST_FILES && file.size <= maxBytes && total + file.size <= 3 * maxBytes;
    if (!hasRoom) {
      content.leftOut.push(file.name);
      continue;
    }
    total += file.size;
    content.files.push({
      id: crypto.randomUUID(),
      name: file.name,
      type: file.type,
      bytes: await file.arrayBuffer(),
    });
  }
  return content;
}

/** Joins the texts, each once: many apps put the address into the text as well. */
function joinTexts(texts: readonly (FormDataEntryValue | null)[]): string {
  const parts: string[] = [];
  for (const each of texts) {
    const part = typeof each === 'string' ? each.replace(/\r\n?/g, '\n').trim() : '';
    if (part !== '' && !parts.some((other) => other.includes(part))) parts.push(part);
  }
  return parts.join('\n');
}
