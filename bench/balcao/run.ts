import { sql } from 'kysely';
import { connectPostgres } from '../../server/db/connect.ts';
import { migrate } from '../../server/db/migrate.ts';
import { COMMAND_PATIENCE } from '../../server/db/patience.ts';
import { countFigures } from '../../server/figures/count-figures.ts';
import { createSite } from '../../server/site.ts';
import { createTestContext } from '../../server/testing/test-context.ts';
import { startThrowawayPostgres } from '../../server/testing/throwaway-postgres.ts';
import { MACHINE, quantile, readLoad } from '../figures.ts';
import { KNOWN_NISS, SERVICES, seedOffice, serviceOf } from './seed-office.ts';
import { RARE_WORDS } from './seed-words.ts';

/**
 * Measures how long the server takes for each page of Balcão in an office with 300 000 requests. `npm run bench -- balcao 30000 15` seeds 30 000 and opens each
 * page fifteen times.
 */
const REQUESTS = Number(process.argv[3] ?? 300_000);
const SIZE = { requests: REQUESTS, open: Math.round(REQUESTS / 7.5), clerks: 200 };
const TIMES = Number(process.argv[4] ?? 100);
/** The list counts its requests up to 10 000 (`COUNTED_MAX`), fifty a page. */
const LISTED_PAGES = 200;
const ORIGIN = 'http://balcao.test';
const SETTINGS = ['fsync=on', 'synchronous_commit=on', 'shared_buffers=512MB', 'max_wal_size=8GB'];
const STATEMENTS = 8;

const postgres = await startThrowawayPostgres([...SETTINGS, 'shared_preload_libraries=pg_stat_statements']);
if (!postgres) throw new Error('There is no PostgreSQL on this machine.');
const db = connectPostgres(postgres.url, 10, COMMAND_PATIENCE);
await migrate(db);
const context = createTestContext(db, { now: Date.now, officeNow: Date.now });
const site = createSite(context);

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const begun = performance.now();
const secrets = await seedOffice(context, SIZE);
console.log(
  `${SIZE.requests} requests, ${SIZE.open} of them open, ${SIZE.clerks} clerks: put there in ${((performance.now() - begun) / 1000).toFixed(0)} s`,
);
await sql`vacuum analyze`.execute(db);
await sql`create extension pg_stat_statements`.execute(db);
await sql`select pg_stat_statements_reset()`.execute(db);

/** Opens a page as the clerk of that number; clerk 0 is a supervisor. A search is posted, and the server redirects it to the page of results. */
async function open(path: string, clerk: number, procurar?: string): Promise<void> {
  const headers = { Cookie: `eclic-balcao=${secrets[clerk % secrets.length]}`, Origin: ORIGIN };
  const sent = procurar === undefined ? {} : { method: 'POST', body: new URLSearchParams({ procurar }) };
  const answer = await site(new Request(ORIGIN + path, { headers, ...sent }));
  await answer.arrayBuffer();
  const location = answer.headers.get('Location');
  if (location !== null) return open(location, clerk);
  // A page that fails fast must not be counted as fast.
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
}

const references = await db.selectFrom('requests').select('reference').orderBy('id').limit(TIMES).execute();
interface OpenedPage {
  /** The address of the nth run. */
  pathOf(nth: number): string;
  /** The number of the clerk who opens the page; without it, the clerks take turns. */
  clerkOf?(nth: number): number;
  soughtOf?(nth: number): string;
}

const referenceOf = (nth: number) => references[nth]?.reference ?? '';
const whoLeads = () => 0;

const search = (soughtOf: (nth: number) => string): OpenedPage => ({
  pathOf: () => '/balcao/procurar',
  soughtOf,
});
const PAGES: Readonly<Record<string, OpenedPage>> = {
  'the list, of a clerk': { pathOf: () => '/balcao' },
  'the list, of who leads': { pathOf: () => '/balcao', clerkOf: whoLeads },
  'any page of what is to be done, of who leads': {
    pathOf: (nth) => `/balcao?pagina=${1 + (nth % LISTED_PAGES)}`,
    clerkOf: whoLeads,
  },
  'what is overdue': { pathOf: () => '/balcao?vista=atrasados' },
  'what waits for citizens': { pathOf: () => '/balcao?vista=a-espera-do-requerente' },
  'what was answered': { pathOf: () => '/balcao?vista=respondidos' },
  'what is over, of who leads': { pathOf: () => '/balcao?vista=concluidos', clerkOf: whoLeads },
  'the list by kind and topic': {
    pathOf: () => '/balcao?tipo=documento&tema=family.childBenefit',
    clerkOf: whoLeads,
  },
  complaints: { pathOf: () => '/balcao/reclamacoes' },
  'a request': {
    pathOf: (nth) => `/balcao/pedidos/${referenceOf(nth)}`,
    clerkOf: (nth) => SERVICES + serviceOf(referenceOf(nth)),
  },
  'a search by a word that a hundred requests have': search((nth) => RARE_WORDS[nth * 7] ?? ''),
  'a search by a word that most requests have': search(() => 'prestação'),
  'the same, of who leads': { ...search(() => 'prestação'), clerkOf: whoLeads },
  'a search by both': search((nth) => `prestação ${RARE_WORDS[nth * 7]}`),
  'a search by a name that all have': search(() => 'pessoa exemplo'),
  'a search by a name': search((nth) => `exemplo ${4000 + nth}`),
  'a search by a NISS': search(() => KNOWN_NISS),
  notices: { pathOf: () => '/balcao/avisos' },
  figures: { pathOf: () => '/balcao/numeros', clerkOf: whoLeads },
  'figures by week, topic and service (CSV)': {
    clerkOf: whoLeads,
    pathOf: () => '/balcao/numeros/por-semana-tema-e-servico.csv',
  },
  'the record': { pathOf: () => '/balcao/registo', clerkOf: whoLeads },
};

const countedMs = await time(() => countFigures(context));
console.log(
  `\n${MACHINE}; load ${readLoad()}; the figures are counted in ${countedMs.toFixed(0)} ms, once an hour.\n`,
);
console.log('| page | median ms | 95 % ms | slowest ms |\n|---|---|---|---|');
for (const [name, { pathOf, clerkOf = (nth: number) => nth, soughtOf }] of Object.entries(PAGES)) {
  const times: number[] = [];
  for (let nth = 0; nth < TIMES; nth += 1)
    times.push(await time(() => open(pathOf(nth), clerkOf(nth), soughtOf?.(nth))));
  const shown = [quantile(times, 0.5), quantile(times, 0.95), Math.max(...times)];
  console.log(`| ${[name, ...shown.map((ms) => ms.toFixed(1))].join(' | ')} |`);
}

const { rows } = await sql<{ calls: number; meanMs: number; mostMs: number; query: string }>`
  select calls, round(mean_exec_time::numeric, 1)::float as mean_ms, round(max_exec_time::numeric, 1)::float as most_ms,
    left(regexp_replace(query, '[[:space:]]+', ' ', 'g'), 120) as query
  from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database())
  order by mean_exec_time desc limit ${STATEMENTS}`.execute(db);
console.log('\n| calls | mean ms | slowest ms | statement |\n|---|---|---|---|');
for (const { calls, meanMs, mostMs, query } of rows)
  console.log(`| ${calls} | ${meanMs} | ${mostMs} | \`${query}\` |`);
await db.destroy();
await postgres.stop();
