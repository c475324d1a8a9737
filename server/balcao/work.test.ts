import { beforeEach, expect, it } from 'vitest';
import type { Browser } from '../../contract/conformance/subject.ts';
import { timesInLevel } from '../../ops/test/level.ts';
import { addService, putClerkInto } from '../services/services.ts';
import { type ClerkBrowser, type ClerkPage, hiddenFields } from '../testing/clerk-browser.ts';
import { ANSWER, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const MINUTE_MS = 60_000;

const office = await setUpOffice();
let maria: Browser;
let ana: ClerkBrowser;
let rui: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
  rui = await office.openDesk('rui');
});

/** Returns the hidden fields of the form that has the button. */
function fieldsOf({ text }: ClerkPage, button: string): Record<string, string> {
  const form = (text.match(/<form.*?<\/form>/gs) ?? []).find((each) => each.includes(`>${button}<`)) ?? '';
  const inputs = [...form.matchAll(/<input type="hidden" name="([\w-]+)" value="([^"]*)"\/>/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, value]));
}

async function take(clerk: ClerkBrowser, path: string, page?: ClerkPage): Promise<ClerkPage> {
  return clerk.post(`${path}/de-quem`, fieldsOf(page ?? (await clerk.get(path)), 'Fica comigo'));
}

it('a request is taken, said to be a colleague’s before one writes, passed on and let go', async () => {
  const { path } = await makeRequest(maria);
  const taken = await take(ana, path);
  expect(taken.text).toContain('Este pedido está consigo.');
  const seen = await rui.get(path);
  const { text } = seen;
  const places = ['Este pedido está com Ana Exemplo.', 'Registado, com Ana Exemplo', '<textarea'];
  expect(places.map((words) => text.indexOf(words)).toSorted((a, b) => a - b)).toEqual(
    places.map((words) => text.indexOf(words)),
  );
  expect(text).toContain('Este pedido está com Ana Exemplo.');
  const passed = await ana.post(`${path}/de-quem`, { ...fieldsOf(taken, 'Passar'), para: 'rui' });
  expect(passed.text).toContain('Este pedido está com Rui Exemplo.');
  const mine = await rui.get(path);
  const free = await rui.post(`${path}/de-quem`, fieldsOf(mine, 'Largar'));
  expect(free.text).toContain('Este pedido ainda não está com ninguém.');
  expect((await rui.post(`${path}/de-quem`, { para: 'ninguem', visto: '' })).status).toBe(409);
  expect((await rui.post(`${path}/de-quem`, { para: 'A b', visto: '' })).status).toBe(400);
});

it('a clerk who may not have a request is told beside the field in which another can be chosen, where somebody can', async () => {
  const { path } = await makeRequest(maria);
  const pass = () => rui.post(`${path}/de-quem`, { para: 'ninguem', visto: '' });
  const refused = await pass();
  expect(refused.text).toContain('<a href="#passar-a">Escolha uma pessoa');
  expect(refused.text).toMatch(
    /<details open=""><summary>Passar a…<\/summary>(?:(?!<\/details>).)*id="passar-a"[^>]* aria-invalid="true"/s,
  );
  const { db } = office.context;
  await addService(db, { id: 'geral', name: 'Atendimento geral' });
  await putClerkInto(db, 'geral', 'rui');
  const alone = await pass();
  expect(alone.status).toBe(409);
  expect(alone.text).toContain('<li>Escolha uma pessoa');
  expect(alone.text).not.toContain('passar-a');
});

it('taking a request on a page that a colleague opened in this browser gives it to neither', async () => {
  const { path } = await makeRequest(maria);
  const ofAna = await ana.get(path);
  const refused = await take(rui, path, ofAna);
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('a página tinha sido aberta por outra pessoa');
  expect(refused.text).toContain('Este pedido ainda não está com ninguém.');
});

it('who has the page open is told to others for a quarter of an hour, and no more once they have sent', async () => {
  const { path } = await makeRequest(maria);
  const page = await ana.get(path);
  expect(page.text).not.toContain('tem esta página aberta');
  expect((await rui.get(path)).text).toContain('Ana Exemplo tem esta página aberta desde as ');
  office.clocks.advance(15 * MINUTE_MS);
  expect((await rui.get(path)).text).not.toContain('Ana Exemplo tem esta página aberta');
  await ana.get(path);
  expect((await rui.get(path)).text).toContain('Ana Exemplo tem esta página aberta');
  await ana.post(path, { ...hiddenFields(page, 'answer'), mensagem: ANSWER });
  expect((await rui.get(path)).text).not.toContain('Ana Exemplo tem esta página aberta');
  expect((await ana.get(path)).text).toContain('Rui Exemplo tem esta página aberta');
});

it('a note is kept for colleagues, with who wrote it, and what cannot be kept stays in its field', async () => {
  const { id, path } = await makeRequest(maria);
  const fields = fieldsOf(await ana.get(path), 'Juntar nota');
  const kept = await ana.post(`${path}/notas`, { ...fields, nota: 'Falta o <b>recibo</b>.' });
  expect(kept.text).toContain('A nota ficou guardada.');
  await ana.post(`${path}/notas`, { ...fields, nota: 'Falta o <b>recibo</b>.' });
  const { text } = await rui.get(path);
  expect(text.match(/Falta o &lt;b&gt;recibo&lt;\/b&gt;\./g)).toHaveLength(1);
  expect(text).toMatch(/· ana<\/p>/);
  const long = 'x'.repeat(4001);
  const refused = await ana.post(`${path}/notas`, { ...fields, nota: long });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('A nota pode ter até 4000 caracteres');
  expect(refused.text).toContain(`${long}</textarea>`);
  const other = await ana.post(`${path}/notas`, { ...fields, nota: 'Outra nota.' });
  expect([other.status, other.text.includes('Outra nota.</textarea>')]).toEqual([422, true]);
  expect(await listMessages(maria, id)).toEqual([]);
});

it('a note that was written while the session ran out is there to be kept once somebody has signed in again', async () => {
  const { path } = await makeRequest(maria);
  const fields = fieldsOf(await ana.get(path), 'Juntar nota');
  office.clocks.advance(30 * MINUTE_MS);
  const ended = await ana.post(`${path}/notas`, { ...fields, nota: 'Falta o recibo.' });
  expect([ended.status, ended.text.includes('Falta o recibo.</textarea>')]).toEqual([401, true]);
  await office.signInThere(ana, 'ana');
  const again = { ...fieldsOf(ended, 'Juntar nota'), nota: 'Falta o recibo.' };
  expect((await ana.post(`${path}/notas`, again)).text).toContain('A nota ficou guardada.');
});

it('two clerks who take the same request at once, again and again: one has it, the other is told', async () => {
  const { path } = await makeRequest(maria);
  for (let count = 0; count < timesInLevel(5, 50); count += 1) {
    await office.context.db.deleteFrom('assignments').execute();
    const pages = [await ana.get(path), await rui.get(path)];
    const taken = await Promise.all([take(ana, path, pages[0]), take(rui, path, pages[1])]);
    expect(taken.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    const [won, lost] = taken.toSorted((one, other) => one.status - other.status);
    expect(won?.text).toContain('Este pedido está consigo.');
    expect(lost?.text).toContain('entretanto, outra pessoa ficou com ele');
  }
});

it('two clerks who answer the same request at once, again and again: one is sent, the other’s words are kept', async () => {
  for (let count = 0; count < timesInLevel(5, 50); count += 1) {
    const { id, path } = await makeRequest(maria);
    const desks = [
      { clerk: ana, fields: hiddenFields(await ana.get(path), 'answer'), words: `${ANSWER} Ana.` },
      { clerk: rui, fields: hiddenFields(await rui.get(path), 'answer'), words: `${ANSWER} Rui.` },
    ];
    const sent = await Promise.all(
      desks.map(async ({ clerk, fields, words }) => ({
        words,
        page: await clerk.post(path, { ...fields, mensagem: words }),
      })),
    );
    const [won, lost] = sent.toSorted((one, other) => one.page.status - other.page.status);
    expect([won?.page.status, lost?.page.status]).toEqual([200, 409]);
    expect(lost?.page.text).toContain(`>${lost?.words}</`);
    expect((await listMessages(maria, id)).map(({ body }) => body)).toEqual([won?.words]);
  }
});
