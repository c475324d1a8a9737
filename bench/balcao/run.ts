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

const postgres = await startThrowawayPostgres(SETTINGS);
if (!postgres) throw new Error('There is no PostgreSQL on this machine.');
const db = connectPostgres(postgres.url, 10, COMMAND_PATIENCE);
await migrate(db);
const context = createTestContext(db, { now: Date.now, officeNow: Date.now });
const site = createSite(context);
const secrets = await seedOffice(context, SIZE);
await sql`vacuum analyze`.execute(db);
await countFigures(context);

/** Opens a page as the clerk of that number; clerk 0 is a supervisor. A search is posted, and the server redirects it to the page of results. */
async function open(path: string, clerk: number, sought?: string): Promise<void> {
  const headers = { Cookie: `eclic-balcao=${secrets[clerk % secrets.length]}`, Origin: ORIGIN };
  const sent =
    sought === undefined ? {} : { method: 'POST', body: new URLSearchParams({ procurar: sought }) };
  const answer = await site(new Request(ORIGIN + path, { headers, ...sent }));
  await answer.arrayBuffer();
  const location = answer.headers.get('Location');
  if (location !== null) return open(location, clerk);
  // A page that fails fast must not be counted as fast.
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
}

const requests = await db.selectFrom('requests').select('reference').orderBy('id').limit(TIMES).execute();
const referenceOf = (nth: number) => requests[nth]?.reference ?? '';
const rareWord = (nth: number) => RARE_WORDS[nth * 7] ?? '';

type Page = (nth: number) => Parameters<typeof open>;
/** Clerks take turns. */
const at =
  (path: string): Page =>
  (nth) => [path, nth];
const atOfWhoLeads =
  (path: string): Page =>
  () => [path, 0];
const search =
  (soughtOf: (nth: number) => string, clerkOf = (nth: number) => nth): Page =>
  (nth) => ['/balcao/procurar', clerkOf(nth), soughtOf(nth)];

const PAGES: Readonly<Record<string, Page>> = {
  'the list, of a clerk': at('/balcao'),
  'the list, of who leads': atOfWhoLeads('/balcao'),
  'any page of what is to be done, of who leads': (nth) => [`/balcao?pagina=${1 + (nth % LISTED_PAGES)}`, 0],
  'what is overdue': at('/balcao?vista=atrasados'),
  'what waits for citizens': at('/balcao?vista=a-espera-do-requerente'),
  'what was answered': at('/balcao?vista=respondidos'),
  'what is over, of who leads': atOfWhoLeads('/balcao?vista=concluidos'),
  'the list by kind and topic': atOfWhoLeads('/balcao?tipo=documento&tema=family.childBenefit'),
  complaints: at('/balcao/reclamacoes'),
  'a request': (nth) => [`/balcao/pedidos/${referenceOf(nth)}`, SERVICES + serviceOf(referenceOf(nth))],
  'a search by a word that a hundred requests have': search(rareWord),
  'a search by a word that most requests have': search(() => 'prestação'),
  'the same, of who leads': search(
    () => 'prestação',
    () => 0,
  ),
  'a search by both': search((nth) => `prestação ${rareWord(nth)}`),
  'a search by a name that all have': search(() => 'pessoa exemplo'),
  'a search by a name': search((nth) => `exemplo ${4000 + nth}`),
  'a search by a NISS': search(() => KNOWN_NISS),
  notices: at('/balcao/avisos'),
  figures: atOfWhoLeads('/balcao/numeros'),
  'figures by week, topic and service (CSV)': atOfWhoLeads('/balcao/numeros/por-semana-tema-e-servico.csv'),
  'the record': atOfWhoLeads('/balcao/registo'),
};

console.log(`${JSON.stringify(SIZE)}; ${MACHINE}; load ${readLoad()}.\n`);
console.log('| page | median ms | 95 % ms |\n|---|---|---|');
for (const [name, pageOf] of Object.entries(PAGES)) {
  const times: number[] = [];
  for (let nth = 0; nth < TIMES; nth += 1) {
    const begun = performance.now();
    await open(...pageOf(nth));
    times.push(performance.now() - begun);
  }
  const [middle, most] = [0.5, 0.95].map((share) => quantile(times, share).toFixed(1));
  console.log(`| ${name} | ${middle} | ${most} |`);
}
await db.destroy();
await postgres.stop();
