import type { Page } from '@playwright/test';
import { waitForWorker } from './reliability/fixtures.ts';

interface SharedFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

interface Shared {
  text?: string;
  files?: readonly SharedFile[];
}

/** Shares something as another app does: posts the system's form to the same address, where the same worker takes it. */
export async function shareWithApp(page: Page, { text = '', files = [] }: Shared): Promise<void> {
  await waitForWorker(page);
  const sent = files.map(({ name, mimeType, buffer }) => ({
    name,
    mimeType,
    base64: buffer.toString('base64'),
  }));
  await Promise.all([
    page.waitForURL(/\/partilhar\?/),
    page.evaluate(
      ([words, chosen]) => {
        const form = document.createElement('form');
        Object.assign(form, { method: 'post', action: '/partilhar', enctype: 'multipart/form-data' });
        const area = Object.assign(document.createElement('textarea'), { name: 'texto', value: words });
        const input = Object.assign(document.createElement('input'), { type: 'file', name: 'ficheiros' });
        const carried = new DataTransfer();
        for (const { name, mimeType, base64 } of chosen) {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          carried.items.add(new File([bytes], name, { type: mimeType }));
        }
        input.multiple = true;
        input.files = carried.files;
        form.append(area, input);
        document.body.append(form);
        form.submit();
      },
      [text, sent] as const,
    ),
  ]);
}
