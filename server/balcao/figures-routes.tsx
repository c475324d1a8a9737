/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Context } from '../context.ts';
import { writeFiguresCsv } from '../figures/figures-csv.ts';
import { OF_ONE_THING, readFigures } from '../figures/read-figures.ts';
import { html, NotFoundPage } from './answers.tsx';
import { FiguresPage } from './figures-page.tsx';
import { countedByOf } from './figures-paths.ts';
import { requireSupervisor } from './require-supervisor.tsx';

export function figuresRoutes(routes: Hono<Env>, context: Context): void {
  routes.get('/numeros', async (call) => {
    const clerk = await requireSupervisor(context, call);
    return html(<FiguresPage clerk={clerk} figures={await readFigures(context, OF_ONE_THING)} />);
  });

  routes.get('/numeros/:file', async (call) => {
    const clerk = await requireSupervisor(context, call);
    const file = call.req.param('file');
    const countedBy = countedByOf(file);
    if (!countedBy) return html(<NotFoundPage clerk={clerk} />, 404);
    const { rows } = await readFigures(context, [countedBy]);
    return call.body(writeFiguresCsv(countedBy, rows), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${file}"`,
    });
  });
}
