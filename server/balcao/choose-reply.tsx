/** @jsxImportSource hono/jsx */
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { fillIn } from '../saved-replies/fill-in.ts';
import { findReplies, fittingFirst, listReplies } from '../saved-replies/saved-replies.ts';
import { goTo, html } from './answers.tsx';
import { keepPosted } from './do-posted.tsx';
import { requestPath } from './paths.ts';
import type { PostedAct } from './posted-act.ts';
import { readRequestPage } from './read-request-page.ts';
import { RequestPage } from './request-page.tsx';
import { requireRequest } from './require-request.tsx';

/** What was written is kept first, with its files; then the reply stands behind it, or those that were sought stand in their list. */
export async function chooseReply(
  context: Context,
  clerk: Clerk,
  reference: string,
  posted: PostedAct,
): Promise<Response> {
  const found = await requireRequest(context, clerk, reference, posted.body);
  const { place, reply, soughtReply: sought } = posted;
  const replies = fittingFirst(await listReplies(context.db, clerk.userName), found.request);
  const chosen = replies.find(({ id }) => id === reply);
  const said = chosen ? fillIn(chosen.body, found) : '';
  const body = [posted.body, said].filter(Boolean).join('\n\n');
  await keepPosted(context, clerk, reference, { ...posted, body });
  if (chosen) return goTo(`${requestPath(reference, place, { guardado: posted.action })}#${posted.action}`);
  const page = await readRequestPage(context, clerk, found, { place });
  return html(
    <RequestPage {...page} choice={{ replies: findReplies(replies, sought), sought }} typed={posted} />,
  );
}
