import type { CitizenRequest, Message } from '../../../contract/types.ts';
import { COPY_CAPS } from '../../../domain/copies/copy-format.ts';
import type { ReceiptClaims } from '../../../domain/proof/receipt-claims.ts';
import { messageToSign, requestToSign, withdrawalToSign } from '../../../domain/proof/signed-content.ts';
import { sha256Base64Url } from '../../../shared/sha256.ts';
import { listZip, readZipEntry } from '../../lib/zip/unzip.ts';

export type Compared =
  | { is: 'file'; isDelivered: boolean }
  /** A ZIP that e-Clic made: how many of the delivered files are in it, and whether the words are those of the receipt. */
  | { is: 'zip'; found: number; total: number; words: 'same' | 'changed' | 'absent' };

/** Matches the file in which **Descarregar tudo (ZIP)** and **Descarregar cópia** write the words. */
const WORDS = /(^|\/)(pedido|copia)\.json$/;

/** Compares a file, or the content of a ZIP, with the receipt. */
export async function compareFile(file: Blob, claims: ReceiptClaims): Promise<Compared> {
  const hash = await sha256Base64Url(await file.arrayBuffer());
  if (claims.files.includes(hash)) return { is: 'file', isDelivered: true };
  const listed = await listZip(file, COPY_CAPS);
  // Documents of common office programs are ZIPs too.
  const isOurs = listed.ok && listed.value.some(({ path }) => WORDS.test(path));
  if (!isOurs) return { is: 'file', isDelivered: false };

  const delivered = new Set(claims.files);
  const found = new Set<string>();
  const areSame: boolean[] = [];
  for (const entry of listed.value) {
    const bytes = await readZipEntry(file, entry);
    if (!bytes) continue;
    const entryHash = await sha256Base64Url(bytes);
    if (delivered.has(entryHash)) found.add(entryHash);
    if (WORDS.test(entry.path)) areSame.push(...(await compareWords(bytes, claims)));
  }
  const words = areSame.includes(false) ? 'changed' : areSame.length > 0 ? 'same' : 'absent';
  return { is: 'zip', found: found.size, total: delivered.size, words };
}

interface Written {
  request?: CitizenRequest;
  requests?: CitizenRequest[];
  messages?: Message[];
}

/** Returns for each place with the words of the receipt whether they are the same. A forger may put the true ones beside others. */
function compareWords(bytes: Uint8Array, claims: ReceiptClaims): Promise<boolean[]> {
  const own = findOwn(new TextDecoder().decode(bytes), claims);
  return Promise.all(
    own.map(async ({ at, ref, content }) => {
      const hash = await sha256Base64Url(new TextEncoder().encode(content));
      return at === claims.at && ref === claims.ref && hash === claims.content;
    }),
  );
}

/** Finds the words in the file for which the receipt stands. */
function findOwn(json: string, { kind, id, ref }: ReceiptClaims) {
  try {
    const { request, requests = [], messages = [] }: Written = JSON.parse(json);
    const all = request ? [request, ...requests] : requests;
    const signables = [
      ...all.flatMap((each) => [requestToSign(each), withdrawalToSign(each)]),
      ...messages.map((message) => messageToSign(message, ref)),
    ];
    return signables
      .filter((each) => each !== null)
      .filter((each) => each.kind === kind && each.id.toLowerCase() === id);
  } catch {
    // The file was changed and is not what e-Clic wrote.
    return [];
  }
}
