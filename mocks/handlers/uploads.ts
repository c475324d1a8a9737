import type { HttpHandler } from 'msw';
import { malformed, problem, withoutBody } from '../../src/contract/problem.ts';
import { API_BASE_PATH } from '../../src/contract/server.ts';
import { sha256Base64 } from '../../src/lib/sha256.ts';
import type { Backend } from '../backend.ts';
import { forgetUpload } from '../forget-uploads.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { identify, requireWriter } from '../session.ts';
import { createUpload, findUpload, readUploadStart, takeChunk } from '../uploads.ts';

const TUS_VERSION = '1.0.0';
const TUS = { 'Tus-Resumable': TUS_VERSION };
const CHUNK_TYPE = 'application/offset+octet-stream';

/** tus answers another version with 412 and its own. */
function requireTus(request: Request): void {
  if (request.headers.get('Tus-Resumable') === TUS_VERSION) return;
  throw problem('wrong-tus-version', {}, { 'Tus-Version': TUS_VERSION });
}

export function uploadHandlers(backend: Backend): HttpHandler[] {
  return [
    http.post('/uploads', async ({ request, response }) => {
      const upload = await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        requireTus(request);
        return createUpload(call, citizen.id, readUploadStart(request.headers));
      });
      const headers = { ...TUS, Location: `${API_BASE_PATH}/uploads/${upload.id}` };
      return response(201).empty({ headers });
    }),

    http.head('/uploads/{uploadId}', async ({ request, params, response }) => {
      try {
        const { offset, size } = await backend.run(async (call) => {
          const citizen = await identify(call, request);
          requireTus(request);
          return findUpload(call, citizen.id, params.uploadId);
        });
        const headers = {
          ...TUS,
          'Upload-Offset': String(offset),
          'Upload-Length': String(size),
          'Cache-Control': 'no-store',
        };
        return response.untyped(new Response(null, { headers }));
      } catch (answer) {
        if (answer instanceof Response) return response.untyped(withoutBody(answer));
        throw answer;
      }
    }),

    http.patch('/uploads/{uploadId}', async ({ request, params, response }) => {
      const bytes = new Uint8Array(await request.arrayBuffer());
      // Before the transaction, which may await nothing else.
      const checksum = `sha256 ${await sha256Base64(bytes)}`;
      const taken = await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        requireTus(request);
        if (request.headers.get('Content-Type') !== CHUNK_TYPE) throw problem('wrong-content-type');
        const upload = await findUpload(call, citizen.id, params.uploadId);
        return takeChunk(call, upload, { ...readChunkHeaders(request.headers, checksum), bytes });
      });
      if (taken instanceof Response) return response.untyped(taken);
      return response(204).empty({ headers: { ...TUS, 'Upload-Offset': String(taken.offset) } });
    }),

    http.delete('/uploads/{uploadId}', async ({ request, params, response }) => {
      await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        requireTus(request);
        await forgetUpload(call, citizen.id, params.uploadId);
      });
      return response(204).empty({ headers: TUS });
    }),
  ];
}

function readChunkHeaders(headers: Headers, checksum: string): { offset: number; checksumHolds: boolean } {
  const offset = headers.get('Upload-Offset') ?? '';
  const claimed = headers.get('Upload-Checksum') ?? '';
  if (!/^[0-9]{1,15}$/.test(offset) || !/^sha256 [A-Za-z0-9+/=]+$/.test(claimed)) throw malformed();
  return { offset: Number(offset), checksumHolds: claimed === checksum };
}
