import { beforeEach, expect, it } from 'vitest';
import { type Browser, pdf, sendReply, uploaded } from '../../contract/conformance/subject.ts';
import { lisbonDate } from '../../domain/lisbon-date.ts';
import { type ClerkBrowser, type ClerkPage, referencesOf } from '../testing/clerk-browser.ts';
import { CHILD_BENEFIT, decide, makeRequest, setUpOffice } from '../testing/office-world.ts';

const office = await setUpOffice();
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
});

/** Returns the row of one request, with `|` in place of its HTML tags. */
function rowOf({ text }: ClerkPage, path: string): string {
  const rows = text.match(/<tr role="row">.*?<\/tr>/gs) ?? [];
  const row = rows.find((each) => each.includes(`${path}"`) || each.includes(`${path}?`)) ?? '';
  return row
    .replace(/<[^>]*>/g, '|')
    .replace(/\|+/g, '|')
    .replaceAll('\u00a0', ' ');
}

it('one sees what a request is without opening it: how late, whose, about what, its first words, and what came with it', async () => {
  const file = await uploaded(maria, pdf('x'), 'Nota.pdf');
  const { id, path } = await makeRequest(maria, {
    kind: 'complaint',
    description: 'A nota de cobrança\nde outubro não diz\u00a0respeito a mim.',
    attachments: [file],
  });
  const fresh = rowOf(await ana.get('/balcao'), path);
  expect(fresh).toMatch(/^\|\d+ dias úteis\|EC-/);
  expect(fresh).toContain('|A nota de cobrança de outubro não diz respeito a mim.|Maria Exemplo|');
  expect(fresh).toContain('|Reclamação|1 ficheiro|');
  await sendReply(maria, id, { purpose: 'correction', body: 'A nota é de setembro.' });
  office.clocks.moveOffice(20);
  const late = rowOf(await ana.get('/balcao'), path);
  expect(late).toMatch(/^\|atrasado \d+ dias?\|.*\|A nota é de setembro\.\|.*\|Mensagem nova\|/);
});

it('what is overdue stands first, then what is due next', async () => {
  await makeRequest(maria);
  office.clocks.moveOffice(12);
  await makeRequest(maria);
  const dueOn = async (reference: string) => {
    const row = office.context.db.selectFrom('requests').select('dueOn').where('reference', '=', reference);
    return (await row.executeTakeFirstOrThrow()).dueOn;
  };
  const references = referencesOf(await ana.get('/balcao'));
  const days = await Promise.all(references.map(dueOn));
  expect(days).toEqual(days.toSorted());
  const today = lisbonDate(office.clocks.officeNow());
  expect([(days[0] ?? '') < today, (days.at(-1) ?? '') > today]).toEqual([true, true]);
  expect(new Set(references).size).toBe(references.length);
});

it('each view has what its name says, as many as it says, and a request goes from one to the next', async () => {
  const { id, path } = await makeRequest(maria);
  const viewsWithIt = async () => {
    const first = await ana.get('/balcao');
    const links = [
      ...first.text.matchAll(/<a href="(\/balcao[^"]*)"[^>]*>\s*([^<]+?) <span class="count">(\d+)/g),
    ];
    const found: string[] = [];
    for (const [, link = '', name = '', count] of links) {
      const references = referencesOf(await ana.get(link));
      expect([name, references.length]).toEqual([name, Math.min(Number(count), 50)]);
      if (references.includes(path.split('/').at(-1) ?? '')) found.push(name);
    }
    return found;
  };
  expect(await viewsWithIt()).toEqual(['Por tratar']);
  await decide(ana, path, 'ask');
  expect(await viewsWithIt()).toEqual(['À espera do requerente']);
  await sendReply(maria, id, { body: 'O mês era o de setembro.' });
  office.clocks.moveOffice(10);
  expect(await viewsWithIt()).toEqual(['Por tratar', 'Para hoje']);
  office.clocks.moveOffice(1);
  expect(await viewsWithIt()).toEqual(['Por tratar', 'Atrasados']);
  await decide(ana, path, 'answer');
  expect(await viewsWithIt()).toEqual(['Respondidos']);
  await decide(ana, path, 'close');
  expect(await viewsWithIt()).toEqual(['Concluídos']);
});

it('the list is filtered by its address: kind, topic and the days of receipt, both of them included', async () => {
  const { path } = await makeRequest(maria, { kind: 'complaint' });
  const today = lisbonDate(office.clocks.officeNow());
  const isThere = async (query: string) => (await ana.get(`/balcao?${query}`)).text.includes(`${path}?`);
  expect(await isThere('tipo=reclamacao')).toBe(true);
  expect(await isThere('tipo=duvida')).toBe(false);
  expect(await isThere(`tipo=reclamacao&de=${today}&ate=${today}`)).toBe(true);
  expect(await isThere('tipo=reclamacao&de=2999-01-01')).toBe(false);
  expect(await isThere('tipo=reclamacao&ate=2020-01-01')).toBe(false);
  const { text } = await ana.get('/balcao?tipo=reclamacao');
  const topic = await office.context.db
    .selectFrom('requests')
    .select('topic')
    .where('reference', '=', path.split('/').at(-1) ?? '')
    .executeTakeFirstOrThrow();
  expect(text).toContain(`value="${topic.topic}"`);
  expect(await isThere(`tipo=reclamacao&tema=${topic.topic}`)).toBe(true);
  expect(await isThere('tipo=reclamacao&tema=family.adoption')).toBe(false);
});

it('requests are found by a topic of the institution’s own tree, whose ids have digits, hyphens and dots', async () => {
  const named = (id: string) => ({ id, label: id });
  const { path } = await makeRequest(maria, {
    kind: 'complaint',
    topic: { ...CHILD_BENEFIT, lifeEvent: named('apoio-2027'), subject: named('creche.2027') },
  });
  const isThere = async (topic: string) =>
    (await ana.get(`/balcao?tipo=reclamacao&tema=${topic}`)).text.includes(`${path}?`);
  expect(await isThere('apoio-2027.creche.2027')).toBe(true);
  expect(await isThere('apoio-2027.creche.2028')).toBe(false);
  expect(await isThere('%00')).toBe(true);
});

it('whoever takes a request has it among theirs, and all see on the list whose it is', async () => {
  const { path } = await makeRequest(maria);
  const rui = await office.openDesk('rui');
  expect(referencesOf(await ana.get('/balcao?vista=meus'))).toEqual([]);
  await ana.post(`${path}/de-quem`, { para: 'ana', visto: '' });
  expect(referencesOf(await ana.get('/balcao?vista=meus'))).toEqual([path.split('/').at(-1)]);
  expect(referencesOf(await rui.get('/balcao?vista=meus'))).toEqual([]);
  expect(rowOf(await rui.get('/balcao'), path)).toContain('|Ana Exemplo|');
});

it('a long list goes on page by page, and a reference opens its request', async () => {
  for (let count = 0; count < 51; count += 1) await makeRequest(maria);
  const first = await ana.get('/balcao');
  const next = /href="(\/balcao\?pagina=2)"/.exec(first.text)?.[1] ?? '';
  const second = await ana.get(next);
  expect(referencesOf(await ana.get('/balcao?pagina=999999'))).toEqual(referencesOf(second));
  expect(referencesOf(first)).toHaveLength(50);
  expect(referencesOf(second).length).toBeGreaterThan(0);
  expect(referencesOf(second).filter((each) => referencesOf(first).includes(each))).toEqual([]);
  const reference = referencesOf(second).at(0) ?? '';
  const sought = await ana.post('/balcao/procurar', { procurar: `${reference.toLowerCase()} ` });
  expect(sought.text).toContain(`<title>Pedido ${reference} –`);
  for (const unknown of ['EC-2026-9999999', '%c3%28'])
    expect((await ana.get(`/balcao/pedidos/${unknown}`)).status).toBe(404);
});
