import cyrillic from '@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff?url';
import cyrillicBold from '@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff?url';
import cyrillicExt from '@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff?url';
import greek from '@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff?url';
import latin from '@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff?url';
import latinBold from '@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff?url';
import latinExt from '@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff?url';
import vietnamese from '@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff?url';
import type { FontFiles } from '../../lib/pdf/pdf-fonts.ts';

/** The fonts in which a letter is looked for, in this order. No file has all letters: *á* is in the first, *Ł* and *ș* in the second, *Ж* in another. */
const REGULAR = [latin, latinExt, cyrillic, greek, vietnamese, cyrillicExt];
/** The fonts of headings. Letters that they lack are taken from the regular fonts. */
const BOLD = [latinBold, cyrillicBold];

export type ReadFont = (address: string) => Promise<Uint8Array>;

/** Loads the fonts. The worker keeps the files, so that this works without a connection too. */
export async function loadFonts(read: ReadFont = fetchFont): Promise<FontFiles> {
  const [regular, bold] = await Promise.all(
    [REGULAR, BOLD].map((addresses) => Promise.all(addresses.map(read))),
  );
  return { regular: regular ?? [], bold: bold ?? [] };
}

async function fetchFont(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
