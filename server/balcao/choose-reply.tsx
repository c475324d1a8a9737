/** @jsxImportSource hono/jsx */
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { beginAnswer } from '../saved-replies/begin-answer.ts';
import { fillIn } from '../saved-replies/fill-in.ts';
import { listReplies } from '../saved-replies/saved-replies.ts';
import { goTo, html } from './answers.tsx';
import { keepPosted } from './do-posted.tsx';
import { draftPath } from './paths.ts';
import type { PostedAct } from './posted-act.ts';
import { readRequestPage } from './read-request-page.ts';
import { RequestPage } from './request-page.tsx';
import type { ReadRequest } from './require-request.tsx';

/**
 * Keeps what the clerk has written as a draft, with its files. Then the chosen reply stands behind it, or the page lists the replies that were sought.
 * `takesOut` removes the words of the reply that stood in the field by itself, and nothing that was typed.
 */
export async function chooseReply(
  context: Context,
  clerk: Clerk,
  found: ReadRequest,
  posted: PostedAct,
): Promise<Response> {
  const { place, reply, soughtReply: sought } = posted;
  const isAsked = reply !== null || posted.takesOut;
  const replies = isAsked ? await listReplies(context.db, clerk.userName) : [];
  const chosen = replies.find(({ id }) => id === reply);
  const said = chosen ? fillIn(chosen.body, found) : '';
  const begun = posted.takesOut ? (beginAnswer(replies, found)?.text ?? '') : '';
  const body = [posted.body.replace(begun, '').trim(), said].filter(Boolean).join('\n\n');
  await keepPosted(context, clerk, found, { ...posted, body });
  if (chosen) return goTo(draftPath(found.request.reference, posted));
  const page = await readRequestPage(context, clerk, found, { place, sought });
  return html(<RequestPage {...page} typed={{ ...posted, body }} />);
}
