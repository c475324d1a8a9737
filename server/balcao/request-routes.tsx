/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { isId } from '../../contract/bodies/bodies.ts';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { record } from '../office/record.ts';
import { addViewTicket } from '../office/view-tickets.ts';
import { findAttachedFile } from '../requests/request-files.ts';
import { hashSecret } from '../seal.ts';
import { createDownloads, sendFile } from '../uploads/send-file.ts';
import { BusyDownloadsPage, goTo, html, NotFoundPage, RefusedPage } from './answers.tsx';
import { readSecret } from './clerk-cookie.ts';
import type { ViewedFile } from './file-view.tsx';
import { readPostedPlace } from './hidden-fields.tsx';
import { readListPlace } from './list-address.ts';
import { pathAfter, REQUEST_ROUTE, referenceOf } from './paths.ts';
import { readDone } from './read-done.ts';
import { readRequestPage } from './read-request-page.ts';
import { RequestPage } from './request-page.tsx';
import { type ReadRequest, requireClerk, requireRequest } from './require-clerk.tsx';
import { canBeShown } from './said.tsx';
import { readFields, SMALL_FORM } from './small-form.tsx';

const POSTED = ['niss', 'de-quem', 'notas', 'rascunho', 'resposta-guardada', 'desfazer'];
/** A citizen's file is downloaded, and never runs as a page of ours. */
const SANDBOX = "default-src 'none'; sandbox";

export function requestRoutes(routes: Hono<Env>, context: Context): void {
  const downloads = createDownloads(context, () => html(<BusyDownloadsPage />, 429));

  routes.get(REQUEST_ROUTE, async (call) => {
    const clerk = await requireClerk(context, call);
    const found = await requireRequest(context, clerk, call.req.param('reference'));
    const query = new URL(call.req.url).searchParams;
    const place = readListPlace(query);
    const done = await readDone(context, clerk, found.reader.reach, query, place, found);
    const sessionHash = hashSecret(readSecret(context, call));
    const viewed = await viewFile(context, sessionHash, clerk, found, query.get('ver'));
    const others = query.get('outros') === 'sim';
    const isDone = typeof done === 'object' && done.endsHere;
    const page = await readRequestPage(context, clerk, found, { place, others, isDone });
    return html(<RequestPage {...page} viewed={viewed} done={done} />);
  });

  routes.get(`${REQUEST_ROUTE}/ficheiros/:attachmentId`, async (call) => {
    const clerk = await requireClerk(context, call);
    const found = await requireRequest(context, clerk, call.req.param('reference'));
    const id = call.req.param('attachmentId');
    const file = isId(id) ? await findAttachedFile(context, found.citizenId, found.id, id) : undefined;
    if (!file) return html(<NotFoundPage clerk={clerk} />, 404);
    const { reference } = found.request;
    const { who } = found.reader;
    await record(context, context.db, { who, what: 'fileOpened', reference, about: id });
    call.header('Content-Security-Policy', SANDBOX);
    return sendFile(call, downloads, clerk.userName, file);
  });

  // A clerk who goes back to an address to which a form was posted posts nothing anew: they come to the request.
  for (const place of POSTED)
    routes.get(`${REQUEST_ROUTE}/${place}`, (call) =>
      goTo(pathAfter(referenceOf(call.req.param('reference')))),
    );

  routes.post(`${REQUEST_ROUTE}/niss`, SMALL_FORM, async (call) => {
    const clerk = await requireClerk(context, call);
    const { de, lista } = await readFields(call.req.raw, 'de', 'lista');
    if (de !== 'requester' && de !== 'represented') return html(<RefusedPage />, 400);
    const found = await requireRequest(context, clerk, call.req.param('reference'));
    const place = readPostedPlace(lista);
    return html(<RequestPage {...(await readRequestPage(context, clerk, found, { place, niss: de }))} />);
  });
}

/** Returns the file to show, once the record says that the clerk sees it. Null: none is asked for, it is not of this request, or it is only downloaded. */
async function viewFile(
  context: Context,
  sessionHash: Uint8Array,
  { userName }: Clerk,
  { citizenId, id: requestId, request, messages, reader: { who } }: ReadRequest,
  wanted: string | null,
): Promise<ViewedFile | null> {
  const all = [...request.attachments, ...messages.flatMap(({ attachments }) => attachments)];
  const attachment = all.find((each) => each.id === wanted && canBeShown(each.type));
  if (!attachment) return null;
  const { reference } = request;
  await record(context, context.db, { who, what: 'fileOpened', reference, about: attachment.id });
  const shown = { citizenId, requestId, attachmentId: attachment.id, userName, sessionHash };
  return { attachment, ticket: await addViewTicket(context, shown) };
}
