import type { HttpHandler } from 'msw';
import { withoutBody } from '../../contract/problem.ts';
import { API_BASE_PATH } from '../../contract/server.ts';
import {
  doesChecksumHold,
  readChunkOffset,
  readUploadStart,
  requireTus,
  TUS_HEADERS,
} from '../../contract/tus.ts';
import type { Backend } from '../backend.ts';
import { forgetUpload } from '../forget-uploads.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { identifySender, requireSender } from '../sender.ts';
import { requireWriter } from '../session.ts';
import { createUpload, findUpload, takeChunk } from '../uploads.ts';

export function uploadHandlers(backend: Backend): HttpHandler[] {
  return [
    http.post('/uploads', async ({ request, response }) => {
      const upload = await backend.run(async (call) => {
        const { citizen } = await requireSender(call, request);
        requireTus(request.headers);
        return createUpload(call, citizen.id, readUploadStart(request.headers));
      });
      const headers = { ...TUS_HEADERS, Location: `${API_BASE_PATH}/uploads/${upload.id}` };
      return response(201).empty({ headers });
    }),

    http.head('/uploads/{uploadId}', async ({ request, params, response }) => {
      try {
        const { offset, size } = await backend.run(async (call) => {
          const { citizen } = await identifySender(call, request);
          requireTus(request.headers);
          return findUpload(call, citizen.id, params.uploadId);
        });
        const headers = {
          ...TUS_HEADERS,
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
      // The checksum is computed before the transaction, which may await nothing else.
      const checksumHolds = await doesChecksumHold(request.headers, bytes);
      const taken = await backend.run(async (call) => {
        const { citizen } = await requireSender(call, request);
        requireTus(request.headers);
        const offset = readChunkOffset(request.headers);
        const upload = await findUpload(call, citizen.id, params.uploadId);
        return takeChunk(call, upload, { offset, checksumHolds, bytes });
      });
      if (taken instanceof Response) return response.untyped(taken);
      return response(204).empty({ headers: { ...TUS_HEADERS, 'Upload-Offset': String(taken.offset) } });
    }),

    http.delete('/uploads/{uploadId}', async ({ request, params, response }) => {
      await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        requireTus(request.headers);
        await forgetUpload(call, citizen.id, params.uploadId);
      });
      return response(204).empty({ headers: TUS_HEADERS });
    }),
  ];
}
