/** How every receipt begins: `{"` in base64url. */
export const BEGINNING = 'eyJ';

/** The three parts of a receipt, the last exactly as long as a signature is: what is written right after it is left alone. */
const RECEIPT = /eyJ[\w-]{60,400}\.[\w-]{100,15000}\.[\w-]{86}/;

/** What was a receipt before something of it was lost. */
const REMNANT = /eyJ[\w.-]{60,}/;

/** The receipt in a code, an address, or whatever was copied around it. Paper breaks it into lines. */
export function findReceipt(text: string): string | null {
  const plain = text.replace(/\s/g, '');
  return (RECEIPT.exec(plain) ?? REMNANT.exec(plain))?.[0] ?? null;
}

/** The receipt that a PDF of e-Clic has in its keywords, which no program packs away as it does the pages. */
export async function findReceiptIn(file: Blob): Promise<string | null> {
  return RECEIPT.exec(await file.text())?.[0] ?? null;
}
