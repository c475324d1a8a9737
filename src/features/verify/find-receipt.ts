/** The beginning of every receipt: `{"` in base64url. */
export const BEGINNING = 'eyJ';

/** Matches the three parts of a receipt. The last part has exactly the length of a signature, so that text right after it is left out. */
const RECEIPT = /eyJ[\w-]{60,400}\.[\w-]{100,15000}\.[\w-]{86}/;

/** Matches a receipt of which a part was lost. */
const REMNANT = /eyJ[\w.-]{60,}/;

/** Finds the receipt in a code, in an address, or in any text that was copied with it. On paper it is broken into lines. */
export function findReceipt(text: string): string | null {
  const plain = text.replace(/\s/g, '');
  return (RECEIPT.exec(plain) ?? REMNANT.exec(plain))?.[0] ?? null;
}

/** Finds the receipt in the keywords of a PDF of e-Clic. Programs compress the pages of a PDF, but not its keywords. */
export async function findReceiptIn(file: Blob): Promise<string | null> {
  return RECEIPT.exec(await file.text())?.[0] ?? null;
}
