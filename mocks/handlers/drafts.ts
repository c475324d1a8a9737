import type { HttpHandler } from 'msw';
import { draftContent, isId, readBody } from '../../contract/bodies/bodies.ts';
import { malformed, problem } from '../../contract/problem.ts';
import { deleteDraft, findDraft, saveDraft } from '../account-drafts.ts';
import type { Backend } from '../backend.ts';
import { contractHttp as http } from '../http-of-contract.ts';
import { requireReader, requireWriter } from '../session.ts';

export function draftHandlers(backend: Backend): HttpHandler[] {
  return [
    http.get('/drafts/{draftId}', async ({ request, params, response }) => {
      const { draftId } = params;
      const draft = await backend.run(async (call) => {
        const citizen = await requireReader(call, request);
        return findDraft(call, citizen.id, draftId);
      });
      if (!draft) throw problem('not-found');
      return response(200).json(draft, { headers: { ETag: draft.etag } });
    }),

    http.put('/drafts/{draftId}', async ({ request, params, response }) => {
      const { draftId } = params;
      const content = await readBody(request, draftContent);
      const condition = {
        ifMatch: request.headers.get('If-Match'),
        ifNoneMatch: request.headers.get('If-None-Match'),
      };
      const { draft, isNew } = await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        if (!isId(draftId)) throw malformed();
        return saveDraft(call, citizen, draftId, content(), condition);
      });
      return response(isNew ? 201 : 200).json(draft, { headers: { ETag: draft.etag } });
    }),

    http.delete('/drafts/{draftId}', async ({ request, params, response }) => {
      await backend.run(async (call) => {
        const citizen = await requireWriter(call, request);
        await deleteDraft(call, citizen.id, params.draftId, request.headers.get('If-Match'));
      });
      return response(204).empty();
    }),
  ];
}
