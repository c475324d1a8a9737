/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Context } from '../context.ts';
import { listAssignable } from '../office/assignment.ts';
import { describeServices, putClerkInto, readService, takeClerkOutOf } from '../services/services.ts';
import { goTo, html, NotFoundPage } from './answers.tsx';
import { requireSupervisor } from './require-supervisor.tsx';
import { ServicesPage } from './services-page.tsx';
import { readFields, SMALL_FORM } from './small-form.tsx';
import { topicName } from './topic-name.ts';

export function servicesRoutes(routes: Hono<Env>, context: Context): void {
  const { db, topics } = context;
  routes.get('/servicos', async (call) => {
    const clerk = await requireSupervisor(context, call);
    const services = await describeServices(db);
    const named = services.map((each) => ({
      ...each,
      topicNames: each.topics.map((id) => topicName(topics, id) ?? id),
    }));
    return html(<ServicesPage clerk={clerk} services={named} clerks={await listAssignable(db, null)} />);
  });

  routes.post('/servicos/:service', SMALL_FORM, async (call) => {
    const clerk = await requireSupervisor(context, call);
    const { por, tirar } = await readFields(call.req.raw, 'por', 'tirar');
    const service = await readService(db, call.req.param('service'));
    const clerks = await listAssignable(db, null);
    if (!service || !clerks.some(({ userName }) => userName === (por || tirar)))
      return html(<NotFoundPage clerk={clerk} />, 404);
    await (por ? putClerkInto(db, service.id, por) : takeClerkOutOf(db, service.id, tirar));
    return goTo('/balcao/servicos');
  });
}
