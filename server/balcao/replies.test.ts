import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import type { Browser } from '../../contract/conformance/subject.ts';
import { setSupervisor } from '../clerks/clerks.ts';
import { keepReply, type SavedReply } from '../saved-replies/saved-replies.ts';
import { addStarterReplies } from '../saved-replies/starter-replies.ts';
import { type ClerkBrowser, fieldsOf, hiddenFields } from '../testing/clerk-browser.ts';
import { CHILD_BENEFIT, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const office = await setUpOffice();
const { context } = office;
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
});

const TEXT = { titulo: 'Mudar o IBAN', texto: '{nome}, sobre {tema}: mude-o na Segurança Social Direta.' };
/** Opens a reply, where it is there, and saves it with other words. */
async function save(clerk: ClerkBrowser, id: string, fields: Record<string, string> = {}) {
  const path = `/balcao/respostas/${id}`;
  const hidden = fieldsOf(await clerk.get(path), path);
  return clerk.post(path, { ...hidden, ...TEXT, tema: '', tipo: '', ...fields });
}

const readAll = (): Promise<SavedReply[]> => context.db.selectFrom('savedReplies').selectAll().execute();

async function put(fields: Partial<SavedReply> = {}): Promise<SavedReply> {
  const row = { topic: null, kind: null, owner: null, beginsAnswer: false, ...fields };
  const reply = { id: randomUUID(), title: TEXT.titulo, body: TEXT.texto, ...row };
  await keepReply(context.db, reply);
  return reply;
}

it('a saved reply is put behind what was typed, filled in, to be edited; only then is it sent', async () => {
  const reply = await put();
  const { id, path } = await makeRequest(maria);
  const page = await ana.get(path);
  expect(page.text).toContain(`<option value="${reply.id}">Mudar o IBAN</option>`);
  const typed = { ...hiddenFields(page, 'answer'), mensagem: 'Bom dia.' };
  const chosen = await ana.post(`${path}/resposta-guardada`, { ...typed, guardada: reply.id, por: 'sim' });
  const words = 'Bom dia.\n\nMaria Exemplo, sobre o seu assunto: mude-o na Segurança Social Direta.';
  expect(chosen.text).toContain(`${words}</textarea>`);
  expect(await listMessages(maria, id)).toEqual([]);
  const sent = `${words} Com os melhores cumprimentos.`;
  await ana.post(path, { ...hiddenFields(chosen, 'answer'), mensagem: sent });
  expect((await listMessages(maria, id)).map(({ body }) => body)).toEqual([sent]);
});

it('a reply about the very subject of the request is one press away, and others are not', async () => {
  const fitting = await put({ title: 'Como pedir o abono', topic: 'childBenefit' });
  await put({ title: 'Doença', topic: 'sicknessBenefit' });
  await put({ title: 'Qualquer' });
  const { path } = await makeRequest(maria, { topic: CHILD_BENEFIT });
  const page = await ana.get(path);
  expect(page.text.match(/Pôr no texto «[^»]*»/g)).toEqual(['Pôr no texto «Como pedir o abono»']);
  const typed = { ...hiddenFields(page, 'answer'), mensagem: 'Bom dia.', guardada: 'another' };
  const chosen = await ana.post(`${path}/resposta-guardada`, { ...typed, por: fitting.id });
  expect(chosen.text).toContain(
    'Bom dia.\n\nMaria Exemplo, sobre «Abono de família para crianças e jovens»:',
  );
});

it('of many replies those about the request’s subject come first, and are sought by words, with what was typed kept', async () => {
  await addStarterReplies(context.db);
  const { path } = await makeRequest(maria, { topic: CHILD_BENEFIT });
  const page = await ana.get(path);
  const titlesOf = (text: string) =>
    [...text.matchAll(/<option value="[-0-9a-f]{36}">([^<]*)</g)].map((of) => of[1]);
  expect(titlesOf(page.text)).toHaveLength(20);
  expect(titlesOf(page.text)[0]).toBe('Até quando se pede o abono de família');
  const typed = { ...hiddenFields(page, 'answer'), mensagem: 'Bom dia.', procurada: 'prova escolar julho' };
  const found = await ana.post(`${path}/resposta-guardada`, typed);
  expect(titlesOf(found.text)).toEqual(['Prova escolar']);
  expect(found.text).toContain('Bom dia.</textarea>');
  await addStarterReplies(context.db);
  expect(await readAll()).toHaveLength(20);
});

it('Enter in the field of what is sought presses the button beside it, and puts or sends nothing', async () => {
  await put({ topic: 'childBenefit' });
  const { path } = await makeRequest(maria, { topic: CHILD_BENEFIT });
  const form = (await ana.get(path)).text.match(/name="accao" value="answer".*?<\/form>/s)?.[0] ?? '';
  expect(form.match(/<button[^>]*>([^<]*)/)?.[1]).toBe('Procurar');
});

it('a clerk writes, changes and removes their own; everybody’s are the supervisors’ to write', async () => {
  const id = randomUUID();
  const saved = await save(ana, id, { tema: 'ibanChange', tipo: 'information', todos: 'sim', comeca: 'sim' });
  expect(saved.text).toMatch(/A resposta ficou guardada\..*Pessoal · Começa a resposta · /s);
  expect(await readAll()).toMatchObject([
    { topic: 'ibanChange', kind: 'information', owner: 'ana', beginsAnswer: true },
  ]);
  const rui = await office.openDesk('rui');
  expect((await rui.get('/balcao/respostas')).text).not.toContain('Mudar o IBAN');
  const tries = [
    await rui.get(`/balcao/respostas/${id}`),
    await save(rui, id, { texto: 'Outro texto.' }),
    await rui.post(`/balcao/respostas/${id}/eliminar`, {}),
  ];
  expect(tries.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(tries[1]?.text).toContain('Outro texto.');
  const common = await put({ title: 'De todos' });
  expect((await save(ana, common.id)).status).toBe(404);
  await setSupervisor(context.db, 'rui', true);
  expect((await save(rui, common.id, { todos: 'sim', titulo: 'De todas as pessoas' })).status).toBe(200);
  expect((await ana.get('/balcao/respostas')).text).toContain('De todas as pessoas');
  expect((await ana.post(`/balcao/respostas/${id}/eliminar`, {})).text).toContain(
    'A resposta foi eliminada.',
  );
  expect((await readAll()).map(({ title }) => title)).toEqual(['De todas as pessoas']);
});

it('what a colleague changed meanwhile, or what was saved from a page to which one goes back, is not overwritten unseen', async () => {
  await context.db.updateTable('clerks').set({ isSupervisor: true }).execute();
  const { id } = await put();
  const path = `/balcao/respostas/${id}`;
  const form = { ...fieldsOf(await ana.get(path), path), tema: '', tipo: '', todos: 'sim' };
  await save(await office.openDesk('rui'), id, { todos: 'sim', texto: 'O texto do Rui.' });
  const told = await ana.post(path, { ...form, ...TEXT, texto: 'O texto da Ana.' });
  expect([told.status, told.text.includes('O texto da Ana.</textarea>')]).toEqual([409, true]);
  expect(await readAll()).toMatchObject([{ body: 'O texto do Rui.' }]);
  const again = { ...form, ...fieldsOf(told, path), ...TEXT, texto: 'O texto da Ana.' };
  for (const _ of ['pressed', 'pressed twice']) expect((await ana.post(path, again)).status).toBe(200);
  expect(await readAll()).toMatchObject([{ body: 'O texto da Ana.' }]);
});

it('a reply that is written while its clerk signs out in another tab is there to be saved once they have signed in', async () => {
  const path = `/balcao/respostas/${randomUUID()}`;
  await ana.post('/balcao/sair', {});
  const ended = await ana.post(path, { ...TEXT, quem: 'ana' });
  expect([ended.status, ended.text.includes(`${TEXT.texto}</textarea>`)]).toEqual([401, true]);
  expect(await readAll()).toEqual([]);
  await office.signInThere(ana, 'ana');
  const again = { ...fieldsOf(ended, path), ...TEXT };
  expect((await ana.post(path, again)).text).toContain('A resposta ficou guardada.');
});

it('a reply without a title or a text is told beside its field, and nothing of it is lost', async () => {
  const id = randomUUID();
  const refused = await save(ana, id, { titulo: ' ' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('<a href="#titulo">Escreva o título</a>');
  expect(refused.text).toContain(`${TEXT.texto}</textarea>`);
  office.clocks.advance(30 * 60_000);
  const ended = await save(ana, id);
  expect([ended.status, ended.text.includes(`${TEXT.texto}</textarea>`)]).toEqual([401, true]);
  await office.signInThere(ana, 'ana');
  expect((await save(ana, id)).text).toContain('A resposta ficou guardada.');
  const sought = await ana.post('/balcao/respostas/procurar', { procurada: 'iban directa' });
  expect(sought.text).toContain('Não encontrámos nenhuma.');
});
