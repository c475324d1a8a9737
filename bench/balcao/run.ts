import { countFigures } from '../../server/figures/count-figures.ts';
import { createSite } from '../../server/site.ts';
import { MACHINE, quantile, readLoad, repeat, takeTime, toTableLine } from '../figures.ts';
import { openPostgres } from '../server/open-postgres.ts';
import { KNOWN_NISS, SERVICES, seedOffice, serviceOf } from './seed-office.ts';
import { RARE_WORDS } from './seed-words.ts';

/**
 * Measures how long the server takes for each page of Balcão in an office with 300 000 requests. `npm run bench -- balcao 30000 15` seeds 30 000 and opens each
 * page fifteen times.
 */
const [requests = 300_000, times = 100] = process.argv.slice(3).map(Number);
const SIZE = { requests, open: Math.round(requests / 7.5), clerks: 200 };
/** The list counts its requests up to 10 000 (`COUNTED_MAX`), fifty a page. */
const LISTED_PAGES = 200;
const ORIGIN = 'http://balcao.test';
/** So many words were written that nearly every request has this one. */
const FREQUENT = 'declaração';

const { postgres, context } = await openPostgres(10);
const site = createSite(context);
const secrets = await seedOffice(context, SIZE);
await countFigures(context);

/** Opens a page as the clerk of that number; clerk 0 is a supervisor. A search is posted, and the server redirects it to the page of results. */
async function open(path: string, clerk: number, sought?: string): Promise<void> {
  const headers = { Cookie: `eclic-balcao=${secrets[clerk % secrets.length]}`, Origin: ORIGIN };
  const search = sought && { method: 'POST', body: new URLSearchParams({ procurar: sought }) };
  const answer = await site(new Request(ORIGIN + path, { headers, ...(search || {}) }));
  await answer.arrayBuffer();
  const location = answer.headers.get('Location');
  if (location !== null) return open(location, clerk);
  // A page that fails fast must not be counted as fast.
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
}

const known = await context.db
  .selectFrom('requests')
  .select('reference')
  .orderBy('id')
  .limit(times)
  .execute();
const references = known.map(({ reference }) => reference);
const rareWord = (nth: number) => RARE_WORDS[nth * 7] ?? '';

type Page = (nth: number) => Promise<void>;
/** Clerks take turns. */
const at =
  (path: string): Page =>
  (nth) =>
    open(path, nth);
const ofWhoLeads =
  (path: string): Page =>
  () =>
    open(path, 0);
const search =
  (soughtOf: (nth: number) => string): Page =>
  (nth) =>
    open('/balcao/procurar', nth, soughtOf(nth));

const PAGES: Readonly<Record<string, Page>> = {
  'the list, of a clerk': at('/balcao'),
  'the list, of who leads': ofWhoLeads('/balcao'),
  'any page of what is to be done, of who leads': (nth) =>
    open(`/balcao?pagina=${1 + (nth % LISTED_PAGES)}`, 0),
  'what is overdue': at('/balcao?vista=atrasados'),
  'what waits for citizens': at('/balcao?vista=a-espera-do-requerente'),
  'what was answered': at('/balcao?vista=respondidos'),
  'what is over, of who leads': ofWhoLeads('/balcao?vista=concluidos'),
  'the list by kind and topic': ofWhoLeads('/balcao?tipo=documento&tema=family.childBenefit'),
  complaints: at('/balcao/reclamacoes'),
  'a request': (nth) => {
    const reference = references[nth] ?? '';
    return open(`/balcao/pedidos/${reference}`, SERVICES + serviceOf(reference));
  },
  'a search by a word that a hundred requests have': search(rareWord),
  'a search by a word that most requests have': search(() => FREQUENT),
  'the same, of who leads': () => open('/balcao/procurar', 0, FREQUENT),
  'a search by both': search((nth) => `${FREQUENT} ${rareWord(nth)}`),
  'a search by a name that all have': search(() => 'pessoa exemplo'),
  'a search by a name': search((nth) => `exemplo ${4000 + nth}`),
  'a search by a NISS': search(() => KNOWN_NISS),
  notices: at('/balcao/avisos'),
  figures: ofWhoLeads('/balcao/numeros'),
  'figures by week, topic and service (CSV)': ofWhoLeads('/balcao/numeros/por-semana-tema-e-servico.csv'),
  'the record': ofWhoLeads('/balcao/registo'),
};

console.log(`${JSON.stringify(SIZE)}; ${MACHINE}; load ${readLoad()}.\n`);
console.log('| page | median ms | 95 % ms |\n|---|---|---|');
for (const [name, openPage] of Object.entries(PAGES)) {
  const took = await repeat(times, (nth) => takeTime(() => openPage(nth)));
  console.log(toTableLine([name, ...[0.5, 0.95].map((share) => quantile(took, share).toFixed(1))]));
}
await context.db.destroy();
await postgres.stop();
