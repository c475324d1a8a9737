/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import { isId } from '../../contract/bodies/bodies.ts';
import type { Env } from '../caller.ts';
import type { Context } from '../context.ts';
import { FOUND_MAX, findRequests, readFound, readSought } from '../search/find-requests.ts';
import { findSearch, keepSearch } from '../search/searches.ts';
import { readerOfClerk } from '../services/reach.ts';
import { goTo, html } from './answers.tsx';
import { requireClerk } from './require-clerk.tsx';
import { SearchGonePage, SearchPage } from './search-page.tsx';
import { readFields, SMALL_FORM } from './small-form.tsx';
import { nameTopic } from './topic-name.ts';

const ROWS = 50;

export function searchRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/procurar', () => goTo('/balcao'));

  routes.post('/procurar', SMALL_FORM, async (call) => {
    const clerk = await requireClerk(context, call);
    const { procurar: sought } = await readFields(call.req.raw, 'procurar');
    const reader = await readerOfClerk(context.db, clerk);
    const read = readSought(sought);
    const references = await findRequests(context, reader, read);
    if (read.kind === 'reference' && references.length === 1) return goTo(`/balcao/pedidos/${references[0]}`);
    return goTo(`/balcao/procurar/${await keepSearch(context, clerk.userName, { sought, references })}`);
  });

  routes.get('/procurar/:id', async (call) => {
    const clerk = await requireClerk(context, call);
    const id = call.req.param('id');
    const search = isId(id) ? await findSearch(context, clerk.userName, id) : undefined;
    if (!search) return html(<SearchGonePage clerk={clerk} />, 404);
    const { reach } = await readerOfClerk(context.db, clerk);
    const { sought, references } = search;
    const pages = Math.ceil(references.length / ROWS);
    const page = pageOf(call.req.query('pagina'), pages);
    const read = await readFound(context.db, reach, references.slice((page - 1) * ROWS, page * ROWS));
    const rows = read.map((row) => nameTopic(context.topics, row));
    const found = { sought, count: references.length, isCutOff: references.length === FOUND_MAX };
    return html(<SearchPage {...{ clerk, rows, page, pages, path: call.req.path, ...found }} />);
  });
}

/** Returns the number of a page, which is 1 where the text names no page. */
function pageOf(text: string | undefined, pages: number): number {
  const page = Number(text);
  return Number.isInteger(page) && page >= 1 && page <= pages ? page : 1;
}
