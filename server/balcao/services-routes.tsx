/** @jsxImportSource hono/jsx */
import type { Hono } from 'hono';
import type { Env } from '../caller.ts';
import type { Clerk } from '../clerks/clerks.ts';
import type { Context } from '../context.ts';
import { type Assignee, listAssignable } from '../office/assignment.ts';
import {
  type DescribedService,
  describeServices,
  putClerkInto,
  readService,
  takeClerkOutOf,
} from '../services/services.ts';
import { goTo, html, NotFoundPage } from './answers.tsx';
import { AssigneeSelect } from './assignee-select.tsx';
import { Field, Page } from './page.tsx';
import { requireSupervisor } from './require-clerk.tsx';
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

interface ServicesPageProps {
  clerk: Clerk;
  services: readonly (DescribedService & { topicNames: readonly string[] })[];
  clerks: readonly Assignee[];
}

/** Shows supervisors who works in which service. */
function ServicesPage({ clerk, services, clerks }: ServicesPageProps) {
  return (
    <Page title="Serviços" clerk={clerk} at="/balcao/servicos">
      <h1>Serviços</h1>
      <p>Cada pessoa vê os pedidos dos seus serviços. Quem pode consultar o registo vê os de todos.</p>
      {services.length === 0 && (
        <p>Não há serviços: todas as pessoas veem todos os pedidos. Quem gere o servidor pode criá-los.</p>
      )}
      {services.map((service) => (
        <ServiceBlock key={service.id} service={service} clerks={clerks} />
      ))}
    </Page>
  );
}

function ServiceBlock({
  service,
  clerks,
}: {
  service: ServicesPageProps['services'][number];
  clerks: readonly Assignee[];
}) {
  const path = `/balcao/servicos/${service.id}`;
  const members = clerks.filter(({ userName }) => service.clerks.includes(userName));
  const others = clerks.filter(({ userName }) => !service.clerks.includes(userName));
  return (
    <section class="block">
      <h2>{service.name}</h2>
      {service.isFirst && <p>Recebe o que nenhum tema leva para outro serviço.</p>}
      {service.topicNames.length > 0 && <p>{`Recebe: ${service.topicNames.join(', ')}.`}</p>}
      {members.length === 0 && <p>Ainda não tem ninguém.</p>}
      <ul class="rows">
        {members.map(({ userName, name }) => (
          <li key={userName}>
            <form method="post" action={path} class="person">
              <input type="hidden" name="tirar" value={userName} />
              {`${name} (${userName})`}
              <button type="submit" class="secondary" aria-label={`Tirar ${name} de ${service.name}`}>
                Tirar
              </button>
            </form>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <form method="post" action={path} class="seek">
          <Field id={`por-${service.id}`} label="Pessoa a juntar">
            {(field) => <AssigneeSelect field={field} name="por" assignees={others} />}
          </Field>
          <button type="submit" class="secondary">
            Juntar
          </button>
        </form>
      )}
    </section>
  );
}
