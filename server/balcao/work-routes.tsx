/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { isId } from '../../contract/bodies/bodies.ts';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { type Assigned, assign } from '../office/assignment.ts';
import { judgeNote, keepNote, plainNote } from '../office/notes.ts';
import { isPlainName } from '../plain-name.ts';
import { ForwardedPage, goTo, html, RefusedPage } from './answers.tsx';
import { EndedPage } from './ended-page.tsx';
import { isOthers, readPostedPlace } from './hidden-fields.tsx';
import { issueWords } from './issue-words.ts';
import type { ListPlace } from './list-address.ts';
import { NOTE_FIELD, NoteForm } from './notes-section.tsx';
import type { Problem } from './page.tsx';
import { REQUEST_ROUTE, requestPath } from './paths.ts';
import { readRequestPage } from './read-request-page.ts';
import { RequestPage } from './request-page.tsx';
import { type ClerkInSession, findWriter, requireClerk, requireRequest } from './require-clerk.tsx';
import { readFields, SMALL_FORM } from './small-form.tsx';
import { PASS_FIELD } from './whose-section.tsx';

/** Adds the routes by which clerks take and pass requests and write internal notes. */
export function workRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/encaminhado', async (call) =>
    html(<ForwardedPage clerk={await requireClerk(context, call)} />),
  );

  routes.post(`${REQUEST_ROUTE}/de-quem`, SMALL_FORM, async (call) => {
    const clerk = await requireClerk(context, call);
    const { para, visto, lista, quem } = await readFields(call.req.raw, 'para', 'visto', 'lista', 'quem');
    if (![para, visto].every((name) => name === '' || isPlainName(name))) return html(<RefusedPage />, 400);
    const reference = call.req.param('reference');
    const found = await requireRequest(context, clerk, reference);
    const assigning = { to: para || null, seen: visto || null };
    const place = readPostedPlace(lista);
    const assigned = isOthers(quem, clerk)
      ? 'others'
      : await assign(context, found, assigning, found.reader.who);
    if (assigned === 'done') return goTo(requestPath(reference, place, { feito: doneOf(clerk, para) }));
    return showProblem(context, clerk, reference, NOT_ASSIGNED[assigned], { place, status: 409 });
  });

  routes.post(`${REQUEST_ROUTE}/notas`, SMALL_FORM, async (call) => {
    const fields = await readFields(call.req.raw, 'nota', 'formulario', 'lista', 'quem');
    const body = plainNote(fields.nota);
    if (!isId(fields.formulario)) return html(<RefusedPage />, 400);
    const place = readPostedPlace(fields.lista);
    const reference = call.req.param('reference');
    const writer = fields.quem;
    const clerk = await findWriter(context, call, writer);
    if (!clerk) {
      const form = { writer, path: `/balcao/pedidos/${reference}`, place, typed: body };
      return html(<EndedPage form={<NoteForm {...form} problems={[]} />} />, 401);
    }
    const found = await requireRequest(context, clerk, reference, body);
    const refuse = (sentence: string) =>
      showProblem(
        context,
        clerk,
        reference,
        { fieldId: NOTE_FIELD, sentence },
        { place, note: body, status: 422 },
      );
    const [issue] = judgeNote(body);
    if (issue) return refuse(issueWords(issue));
    const note = { id: fields.formulario, body, writtenBy: found.reader.who };
    const writtenAt = context.clocks.officeNow();
    const isKept = await keepNote(context.db, found, { ...note, writtenAt });
    return isKept ? goTo(requestPath(reference, place, { feito: 'note' })) : refuse(ALREADY_ANOTHER);
  });
}

function doneOf(clerk: Clerk, to: string): string {
  if (to === '') return 'release';
  return to === clerk.userName ? 'take' : 'pass';
}

const NOT_ASSIGNED: Record<Exclude<Assigned, 'done'> | 'others', Problem> = {
  others: {
    fieldId: null,
    sentence: 'Não mudou nada: a página tinha sido aberta por outra pessoa. Veja abaixo com quem está',
  },
  changed: {
    fieldId: null,
    sentence: 'Não mudou nada: entretanto, outra pessoa ficou com ele. Veja abaixo com quem está',
  },
  unfit: { fieldId: PASS_FIELD, sentence: 'Escolha uma pessoa do serviço que o tem' },
};

const ALREADY_ANOTHER =
  'Esta nota já tinha sido guardada com outras palavras. Carregue de novo para a juntar';

async function showProblem(
  context: Context,
  clerk: ClerkInSession,
  reference: string,
  { fieldId, sentence }: Problem,
  { status, place, note = '' }: { status: number; place: ListPlace; note?: string },
): Promise<Response> {
  const now = await requireRequest(context, clerk, reference);
  const page = await readRequestPage(context, clerk, now, { place });
  const isThere = fieldId !== PASS_FIELD || page.whose.assignable.length > 0;
  const problems = [{ fieldId: isThere ? fieldId : null, sentence }];
  return html(<RequestPage {...page} {...{ note, problems }} />, status);
}
