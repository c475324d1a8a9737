/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { isId } from '../../contract/bodies/bodies.ts';
import { REQUEST_KINDS } from '../../contract/request-words.ts';
import { ownValue } from '../../shared/own-value.ts';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { plainNote } from '../office/notes.ts';
import {
  findReplies,
  judgeReply,
  keepReply,
  listReplies,
  markOf,
  mayWrite,
  readReply,
  removeReply,
  type SavedReply,
} from '../saved-replies/saved-replies.ts';
import { goTo, html, NotFoundPage } from './answers.tsx';
import { EndedPage } from './ended-page.tsx';
import { issueWords } from './issue-words.ts';
import { RepliesPage } from './replies-page.tsx';
import { ReplyForm, ReplyPage } from './reply-form.tsx';
import { findWriter, requireClerk } from './require-clerk.tsx';
import { readFields, SMALL_FORM } from './small-form.tsx';
import { topicName } from './topic-name.ts';

const REPLY = '/respostas/:id';
const FIELD_IDS = { title: 'titulo', body: 'texto' };
const CHANGED = {
  fieldId: FIELD_IDS.body,
  sentence:
    'Esta resposta mudou desde que abriu a página. Copie o texto para uma nova, ou guarde outra vez para ficar como está aqui',
};
const DONE_WORDS: Record<string, string> = {
  guardada: 'A resposta ficou guardada.',
  eliminada: 'A resposta foi eliminada.',
};

export function repliesRoutes(routes: Hono<Env>, context: Context): void {
  const { db, topics } = context;

  routes.get('/respostas', async (call) => {
    const clerk = await requireClerk(context, call);
    const replies = await listReplies(db, clerk.userName);
    const done = ownValue(DONE_WORDS, call.req.query('feito') ?? '');
    return html(<RepliesPage {...{ clerk, replies, topics, done }} sought="" />);
  });

  routes.get('/respostas/procurar', () => goTo('/balcao/respostas'));

  routes.post('/respostas/procurar', SMALL_FORM, async (call) => {
    const clerk = await requireClerk(context, call);
    const { procurada: sought } = await readFields(call.req.raw, 'procurada');
    const replies = findReplies(await listReplies(db, clerk.userName), sought);
    return html(<RepliesPage {...{ clerk, replies, topics, sought }} />);
  });

  routes.get(REPLY, async (call) => {
    const clerk = await requireClerk(context, call);
    const reply = await requireOwn(context, clerk, call.req.param('id'));
    return html(<ReplyPage {...{ clerk, topics, reply }} seen={markOf(reply)} problems={[]} />);
  });

  routes.post(REPLY, SMALL_FORM, async (call) => {
    const fields = await readFields(
      call.req.raw,
      'titulo',
      'texto',
      'tema',
      'tipo',
      'comeca',
      'todos',
      'visto',
      'quem',
    );
    const { quem: writer, visto: seen } = fields;
    const written: SavedReply = {
      id: call.req.param('id'),
      title: plainNote(fields.titulo),
      body: plainNote(fields.texto),
      topic: topicName(topics, fields.tema) === null ? null : fields.tema,
      kind: REQUEST_KINDS.find((kind) => kind === fields.tipo) ?? null,
      owner: fields.todos ? null : writer,
      beginsAnswer: fields.comeca !== '',
    };
    const clerk = await findWriter(context, call, writer);
    if (!clerk) {
      // «For everybody» is offered where they had chosen it.
      const shown = { clerk: { userName: writer, isSupervisor: false }, topics, reply: written, seen };
      return html(<EndedPage form={<ReplyForm {...shown} problems={[]} />} />, 401);
    }
    const reply = { ...written, owner: clerk.isSupervisor && fields.todos ? null : clerk.userName };
    const shown = { clerk, topics, reply, seen };
    if (!isId(reply.id)) return html(<NotFoundPage clerk={clerk} words={reply.body} />, 404);
    const before = await readReply(db, reply.id);
    if (before && !mayWrite(clerk, before))
      return html(<NotFoundPage clerk={clerk} words={reply.body} />, 404);
    const problems = judgeReply(reply).map((issue) => ({
      fieldId: FIELD_IDS[issue.field],
      sentence: issueWords(issue),
    }));
    if (problems.length > 0) return html(<ReplyPage {...shown} problems={problems} />, 422);
    const now = markOf(before);
    // Somebody else has changed it meanwhile, or this is the page of another reply, to which the clerk went back. Who presses twice has saved it.
    if (![seen, markOf(reply)].includes(now))
      return html(<ReplyPage {...shown} seen={now} problems={[CHANGED]} />, 409);
    await keepReply(db, reply);
    return goTo('/balcao/respostas?feito=guardada');
  });

  routes.post(`${REPLY}/eliminar`, SMALL_FORM, async (call) => {
    const clerk = await requireClerk(context, call);
    const { id } = await requireOwn(context, clerk, call.req.param('id'));
    await removeReply(db, id);
    return goTo('/balcao/respostas?feito=eliminada');
  });
}

/** Throws the «not found» page if there is no such reply, or if the clerk may not change it. */
async function requireOwn({ db }: Context, clerk: Clerk, id: string): Promise<SavedReply> {
  const reply = isId(id) ? await readReply(db, id) : undefined;
  if (!reply || !mayWrite(clerk, reply)) throw html(<NotFoundPage clerk={clerk} />, 404);
  return reply;
}
