import { API_BASE_PATH } from '../../contract/server.ts';
import {
  type ApiClient,
  CALL_TIMEOUT_MS,
  NETWORK_AWAY,
  type Outcome,
  readFailure,
  SERVER_AWAY,
} from './client.ts';

/** Downloads the bytes of an attachment, and stops once more have come than the server said. `shouldContinue` is asked between pieces, and told how many bytes have come. */
export async function downloadAttachment(
  api: ApiClient,
  citizenId: string,
  { requestId, attachmentId, size }: { requestId: string; attachmentId: string; size: number },
  shouldContinue: (doneBytes: number) => boolean,
): Promise<Outcome<ArrayBuffer>> {
  const silence = watchForSilence();
  try {
    const path = `/requests/${encodeURIComponent(requestId)}/attachments/${encodeURIComponent(attachmentId)}`;
    const headers = { 'X-Citizen': citizenId };
    const request = new Request(api.origin + API_BASE_PATH + path, { headers, signal: silence.signal });
    const response = await api.untimed(request);
    if (!response.ok) return readFailure(response);
    // A captive portal's page is no attachment.
    if (response.headers.get('Content-Type') !== 'application/octet-stream') return SERVER_AWAY;
    const value = await readPieces(response, size, (doneBytes) => {
      silence.isBroken();
      return shouldContinue(doneBytes);
    });
    return { kind: 'accepted', value };
  } catch {
    return NETWORK_AWAY;
  } finally {
    silence.end();
  }
}

/** Gives up only when nothing comes for `CALL_TIMEOUT_MS`: ten megabytes take more than a minute on a bad network. */
function watchForSilence() {
  const controller = new AbortController();
  const giveUp = () => controller.abort();
  let timer = setTimeout(giveUp, CALL_TIMEOUT_MS);
  return {
    signal: controller.signal,
    isBroken() {
      clearTimeout(timer);
      timer = setTimeout(giveUp, CALL_TIMEOUT_MS);
    },
    end() {
      clearTimeout(timer);
      controller.abort();
    },
  };
}

async function readPieces(response: Response, size: number, shouldContinue: (doneBytes: number) => boolean) {
  const reader = response.body?.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  while (reader && length <= size) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (!shouldContinue(length)) throw new Error('Given up');
    pieces.push(value);
  }
  return new Blob(pieces).arrayBuffer();
}
