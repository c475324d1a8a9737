import { beforeEach, expect, it } from 'vitest';
import type { Browser } from '../../contract/conformance/subject.ts';
import type { ClerkBrowser, ClerkPage } from '../testing/clerk-browser.ts';
import { makeRequest, setUpOffice } from '../testing/office-world.ts';

const office = await setUpOffice();
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
});

it('what is overdue stands first, then what is due next', async () => {
  await makeRequest(maria);
  office.clocks.moveOffice(12);
  await makeRequest(maria);
  const { text } = await ana.get('/balcao');
  const overdue = text.indexOf('Fora do prazo');
  const inTime = text.indexOf('Dentro do prazo');
  expect([overdue > 0, inTime > overdue]).toEqual([true, true]);
  const dueOn = async (reference: string) => {
    const row = office.context.db.selectFrom('requests').select('dueOn').where('reference', '=', reference);
    return (await row.executeTakeFirstOrThrow()).dueOn;
  };
  const references = [...text.matchAll(/pedidos\/(EC-\d{4}-\d{7})"/g)].map(([, reference = '']) => reference);
  const days = await Promise.all(references.map(dueOn));
  expect(days).toEqual(days.toSorted());
  expect(new Set(references).size).toBe(references.length);
});

it('a long list goes on page by page, and a reference opens its request', async () => {
  for (let count = 0; count < 51; count += 1) await makeRequest(maria);
  const first = await ana.get('/balcao');
  const next = /href="(\/balcao\?depois=[^"]+)"/.exec(first.text)?.[1] ?? '';
  const second = await ana.get(next);
  const elsewhere = await ana.get(next.replace(/\d{4}-\d{2}-\d{2}/, '2026-02-31'));
  expect(elsewhere.text).toBe(first.text);
  const referencesOf = ({ text }: ClerkPage): string[] => text.match(/EC-\d{4}-\d{7}(?=<\/a>)/g) ?? [];
  expect(referencesOf(first)).toHaveLength(50);
  expect(referencesOf(second).filter((each) => referencesOf(first).includes(each))).toEqual([]);
  const reference = referencesOf(second).at(0) ?? '';
  const sought = await ana.post('/balcao/procurar', { procurar: `${reference.toLowerCase()} ` });
  expect(sought.text).toContain(`<title>Pedido ${reference} –`);
  for (const unknown of ['EC-2026-9999999', '%c3%28'])
    expect((await ana.get(`/balcao/pedidos/${unknown}`)).status).toBe(404);
});
