import { beforeEach, expect, it } from 'vitest';
import { type Browser, PEOPLE } from '../../contract/conformance/subject.ts';
import { forgetSearches } from '../search/searches.ts';
import { type ClerkBrowser, type ClerkPage, referencesOf } from '../testing/clerk-browser.ts';
import { makeRequest, setUpOffice } from '../testing/office-world.ts';

const HALF_AN_HOUR_MS = 30 * 60_000;
const ILLNESS = 'Tenho uma hemocromatose.';

const office = await setUpOffice();
const { context } = office;
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
});

async function search(procurar: string): Promise<ClerkPage> {
  return ana.post('/balcao/procurar', { procurar });
}

it('a request is found by what it says, a name or a NISS, and opened at once by its reference', async () => {
  const { path } = await makeRequest(maria, { description: ILLNESS });
  const reference = path.split('/').at(-1) ?? '';
  for (const sought of ['hemocromatoses', 'maria exemplo', PEOPLE.maria])
    expect((await search(sought)).text, sought).toContain(`<a href="${path}">${reference}</a>`);
  const one = await search('hemocromatose');
  expect(one.text).toContain('Encontrámos 1 pedido.');
  expect(one.text).toContain('value="hemocromatose"');
  expect(/<title>(.*)<\/title>/.exec(one.text)?.[1]).toBe('Procurar pedidos – Balcão e-Clic');
  expect((await search(`${reference.toLowerCase()} `)).text).toContain(`<title>Pedido ${reference}`);
  const endless = 'hemopexina'.repeat(40);
  await makeRequest(maria, { description: endless });
  expect((await search('maria exemplo')).text).toMatch(/<p>(hemopexina){16}…<\/p>/);
  expect((await search('girafa')).text).toContain('Não encontrámos nenhum pedido.');
});

it('what was sought stands in no address and no record, only that somebody did, how, and how many there were', async () => {
  await makeRequest(maria, { description: ILLNESS });
  const { text } = await search('hemocromatose');
  await search(PEOPLE.maria);
  const kept = await context.db.selectFrom('officeSearches').selectAll().execute();
  expect(JSON.stringify(kept)).not.toMatch(/hemocromatose/);
  expect(kept.map(({ soughtSealed }) => Buffer.from(soughtSealed).toString('latin1')).join()).not.toMatch(
    new RegExp(`hemocromatose|${PEOPLE.maria}`),
  );
  expect(text).not.toMatch(/href="[^"]*hemocromatose/);
  const record = await context.db
    .selectFrom('officeRecord')
    .select(['who', 'about'])
    .where('what', '=', 'searched')
    .orderBy('id')
    .execute();
  expect(record).toEqual([
    { who: 'clerk ana', about: 'words 1' },
    { who: 'clerk ana', about: expect.stringMatching(/^niss \d+$/) },
  ]);
});

it('what was found is that clerk’s alone, for half an hour', async () => {
  await makeRequest(maria, { description: ILLNESS });
  await search('hemocromatose');
  const { id } = await context.db.selectFrom('officeSearches').select('id').executeTakeFirstOrThrow();
  const path = `/balcao/procurar/${id}`;
  expect((await ana.get(path)).text).toContain('hemocromatose');
  const rui = await office.openDesk('rui');
  expect((await rui.get(path)).text).toContain('já não está guardado');
  office.clocks.advance(HALF_AN_HOUR_MS - 1);
  await office.signInThere(ana, 'ana');
  expect((await ana.get(path)).status).toBe(404);
  await forgetSearches(context);
  expect(await context.db.selectFrom('officeSearches').selectAll().execute()).toEqual([]);
});

it('an address that no search can have leads to none', async () => {
  for (const id of ['outra', '%00']) {
    const { status, text } = await ana.get(`/balcao/procurar/${id}`);
    expect([id, status]).toEqual([id, 404]);
    expect(text).toContain('já não está guardado');
  }
});

it('many are found page by page, each once', async () => {
  for (let count = 0; count < 51; count += 1) await makeRequest(maria, { description: ILLNESS });
  const first = await search('hemocromatose');
  const { id } = await context.db.selectFrom('officeSearches').select('id').executeTakeFirstOrThrow();
  expect(first.text).toContain('Encontrámos 51 pedidos.');
  const second = await ana.get(`/balcao/procurar/${id}?pagina=2`);
  expect(first.text).toContain(`href="/balcao/procurar/${id}?pagina=2" aria-label="Página 2"`);
  const found = [first, second].flatMap(referencesOf);
  expect([found.length, new Set(found).size]).toEqual([51, 51]);
});
