import { failedShare, SHARE_FIELDS, SHARE_PATH } from '../../../../shared/share-address.ts';
import { DeviceDatabase } from '../../../db/core/device-database.ts';
import type { SharedContent } from '../../../db/core/share-schema.ts';
import { keepShare } from '../../../db/core/shares.ts';
import type { WorkerScope } from './worker-scope.ts';

const ACTION = import.meta.env.BASE_PATH + SHARE_PATH;

/** A phone shares a whole album at a press; a draft takes a third of this. */
const MOST_FILES = 32;
/** Of a larger file not even a photo can be made small enough, and what is read here is in memory. */
const FILE_MAX_BYTES = 64 * 1024 * 1024;

export interface ShareOptions {
  now?: () => Date;
  /** Of one file; of all together three times that. */
  maxBytes?: number;
}

/** Takes what another app of the device shares, and leads to the page on which the citizen chooses a draft for it. Nothing of it goes to a server. */
export function takeShares(scope: WorkerScope, options: ShareOptions = {}): void {
  scope.addEventListener('fetch', (event) => {
    const { method, url } = event.request;
    if (method !== 'POST' || new URL(url).pathname !== ACTION) return;
    event.respondWith(takeShare(event.request, options));
  });
}

async function takeShare(request: Request, options: ShareOptions): Promise<Response> {
  const address = await keepRequest(request, options).catch(() => failedShare('espaco'));
  const url = new URL(import.meta.env.BASE_PATH + address, request.url);
  return Response.redirect(url.href, 303);
}

/** Where to go from here. The address says which share it is, and nothing of what is in it. */
async function keepRequest(request: Request, options: ShareOptions): Promise<string> {
  const { now = () => new Date(), maxBytes = FILE_MAX_BYTES } = options;
  if (isOfAnotherSite(request)) return failedShare('origem');
  const content = await readContent(await request.formData(), maxBytes);
  if (content.text === '' && content.files.length + content.leftOut.length === 0) return failedShare('vazio');
  const device = new DeviceDatabase();
  try {
    const id = await keepShare(device, content, now());
    return id ? `${SHARE_PATH}?partilha=${id}` : failedShare('aparelho');
  } finally {
    device.close();
  }
}

/** The system shares without a page: its request names none, or comes from nowhere (*null*). */
function isOfAnotherSite({ headers, referrer, url }: Request): boolean {
  const { origin } = new URL(url);
  const sender = headers.get('Origin') ?? 'null';
  const isForeign = sender !== 'null' && sender !== origin;
  return isForeign || (/^https?:/.test(referrer) && new URL(referrer).origin !== origin);
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
    // How a form says that no file was chosen.
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

/** Each once: many apps put the address into the text as well. */
function joinTexts(texts: readonly (FormDataEntryValue | null)[]): string {
  const parts: string[] = [];
  for (const each of texts) {
    const part = typeof each === 'string' ? each.replace(/\r\n?/g, '\n').trim() : '';
    if (part !== '' && !parts.some((other) => other.includes(part))) parts.push(part);
  }
  return parts.join('\n');
}
