import type { HttpHandler } from 'msw';
import { readBody, statusCodeBody, statusQuestion } from '../../contract/bodies/bodies.ts';
import type { Backend } from '../backend.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { addressOf, requireReader, requireWriter } from '../session.ts';
import { endStatusCode, lookUpStatus, readStatusCode, renewStatusCode } from '../status-code.ts';

/** Handles the status of a request, and the código de consulta with which a person who is not signed in reads it. */
export function statusHandlers(backend: Backend): HttpHandler[] {
  return [
    http.get('/requests/{requestId}/status-code', async ({ request, params, response }) => {
      const { code } = await backend.run(async (call) =>
        readStatusCode(call, await requireReader(call, request), params.requestId),
      );
      return response(200).json({ code });
    }),

    http.put('/requests/{requestId}/status-code', async ({ request, params, response }) => {
      const body = await readBody(request, statusCodeBody);
      const { code } = await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        return renewStatusCode(call, citizen, { ...params, ...body() });
      });
      return response(200).json({ code });
    }),

    http.delete('/requests/{requestId}/status-code', async ({ request, params, response }) => {
      const { code } = await backend.run(async (call) =>
        endStatusCode(call, await requireWriter(call, request), params.requestId),
      );
      return response(200).json({ code });
    }),

    http.post('/status', async ({ request, response }) => {
      const body = await readBody(request, statusQuestion);
      const told = await backend.run((call) => lookUpStatus(call, addressOf(request), body()));
      return told instanceof Response ? response.untyped(told) : response(200).json(told);
    }),
  ];
}
