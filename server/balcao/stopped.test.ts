import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { type Browser, sendReply } from '../../contract/conformance/subject.ts';
import { settleRestored } from '../backup/settle-restored.ts';
import { stopSending } from '../office/stop-sending.ts';
import { listStopped } from '../office/unsent.ts';
import { findCommand } from '../office-cli/run-command.ts';
import { addService, putClerkInto } from '../services/services.ts';
import { type ClerkBrowser, hiddenFields, pressUndo } from '../testing/clerk-browser.ts';
import { readPassword } from '../testing/clerk-world.ts';
import { ANSWER, decide, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const UNDO_MS = 60_000;
const ALERT = 'Não foi enviado o que escreveu';
const REASON = 'Não foi enviada: no estado atual, isto já não se pode fazer.';
const CLOSED = /fica concluído às|está concluído/;
const NOTHING_SENT = 'não foi enviado e continua aqui';
const office = await setUpOffice({ undoMs: UNDO_MS });
const { context } = office;
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
});

const isToldOnList = async () => (await ana.get('/balcao')).text.includes(ALERT);

it('a clerk whose answer a withdrawal has stopped is told why, once, and keeps the words to copy', async () => {
  const { id, path } = await makeRequest(maria);
  await decide(ana, path, 'answer');
  await maria.send('PUT', `/requests/${id}/withdrawal`);
  await office.letTimePass(UNDO_MS);
  expect(await isToldOnList()).toBe(true);
  expect((await ana.get(path)).text).toContain(REASON);
  expect(await isToldOnList()).toBe(false);
  const { text } = await ana.get(path);
  expect([text.includes(`<p class="words">${ANSWER}</p>`), text.includes(REASON)]).toEqual([true, false]);
});

it('a clerk whose closing a question has stopped is told why, and nothing of it is left', async () => {
  const { id, path } = await makeRequest(maria);
  await decide(ana, path, 'answer');
  await office.letTimePass(UNDO_MS);
  const sent = await decide(ana, path, 'close', { mensagem: '' });
  expect(sent.text).toContain('O pedido fica concluído às');
  await sendReply(maria, id, { purpose: 'followUp', body: 'E o mês de setembro?' });
  await office.letTimePass(UNDO_MS);
  const reloaded = [await ana.get(sent.address), await ana.get(sent.address)].map(({ text }) => text);
  expect(reloaded.map((text) => text.includes(REASON))).toEqual([true, false]);
  for (const text of reloaded) expect(text).not.toMatch(CLOSED);
  expect(await isToldOnList()).toBe(false);
  expect(await context.db.selectFrom('officeUnsent').selectAll().execute()).toEqual([]);
});

it('a clerk whose answer a correction has stopped is told nowhere that it was sent, nor when they take it back then', async () => {
  const { id, path } = await makeRequest(maria);
  const sent = await decide(ana, path, 'answer');
  await sendReply(maria, id, { purpose: 'correction', body: 'A nota é de setembro.' });
  await office.letTimePass(UNDO_MS);
  expect((await ana.get(sent.address)).text).not.toMatch(/Resposta enviada|A resposta segue/);
  const back = await pressUndo(ana, sent, path);
  expect(back.text).toContain('Desfeito: o que escreveu não foi enviado e continua aqui.');
  expect(back.text).toContain('Não foi enviada: entretanto, houve uma mudança.');
});

it('a clerk is seen to have the page open once what they sent was stopped, and on the next request, but not where it is done', async () => {
  const { id, path } = await makeRequest(maria, { kind: 'documents' });
  const { path: next } = await makeRequest(maria, { kind: 'documents' });
  const rui = await office.openDesk('rui');
  const isSeenBy = async (at: string) => (await rui.get(at)).text.includes('Ana Exemplo tem esta página');
  const place = '?tipo=documento';
  const fields = hiddenFields(await ana.get(path + place), 'answer');
  const sent = await ana.post(path, { ...fields, mensagem: ANSWER, seguinte: '1' });
  expect(sent.address).toContain(next);
  expect([await isSeenBy(path), await isSeenBy(next)]).toEqual([false, true]);
  const reload = `${path}?feito=${fields.formulario}`;
  await ana.get(reload);
  expect(await isSeenBy(path)).toBe(false);
  await sendReply(maria, id, { purpose: 'correction', body: 'A nota é de setembro.' });
  await office.letTimePass(UNDO_MS);
  await ana.get(reload);
  expect(await isSeenBy(path)).toBe(true);
});

it('who has sent it again is not told, by an address of before, that nothing was sent', async () => {
  const { path } = await makeRequest(maria);
  const first = await decide(ana, path, 'answer');
  const takeBack = () => pressUndo(ana, first, path);
  const back = await takeBack();
  expect(back.text).toContain(NOTHING_SENT);
  await decide(ana, path, 'answer');
  for (const page of [await ana.get(back.address), await takeBack()])
    expect(page.text).not.toContain(NOTHING_SENT);
});

it('what an address alone says to have been done or taken back is not told', async () => {
  const { path } = await makeRequest(maria);
  for (const said of ['feito=answer', `feito=${randomUUID()}`, 'desfeito=sim', 'desfeito=tarde'])
    expect((await ana.get(`${path}?${said}`)).text).not.toContain('role="status"');
});

it.each(['remove-clerk', 'new-password'])(
  'what a clerk has on its way is not sent after `%s`, and a colleague can go on with it',
  async (name) => {
    const { id, path } = await makeRequest(maria);
    await decide(ana, path, 'answer');
    await findCommand(name)?.run(context, ['ana']);
    await office.letTimePass(UNDO_MS);
    expect(await listMessages(maria, id)).toEqual([]);
    const seenByRui = await (await office.openDesk('rui')).get(path);
    expect(seenByRui.text).toContain('Continuar este texto');
    expect(await listStopped(context.db, 'ana', null)).toHaveLength(1);
  },
);

it('a clerk with a new password is told that who runs the server stopped their answer, and of no change', async () => {
  const { path } = await makeRequest(maria);
  await decide(ana, path, 'answer');
  const made = await findCommand('new-password')?.run(context, ['ana']);
  const password = readPassword(made?.ok ? made.value : '');
  const { text: list } = await office.signInThere(ana, 'ana', { password });
  const { text } = await ana.get(path);
  expect(list).toContain(ALERT);
  expect(text).toContain('Não foi enviada: foi parada por quem gere o servidor.');
  expect([list, text].map((each) => each.includes('houve uma mudança'))).toEqual([false, false]);
});

it('what a removed clerk had on its way without words or files is no text to go on with', async () => {
  const { path } = await makeRequest(maria);
  await decide(ana, path, 'answer');
  await office.letTimePass(UNDO_MS);
  await decide(ana, path, 'close', { mensagem: '' });
  await findCommand('remove-clerk')?.run(context, ['ana']);
  const { text } = await (await office.openDesk('rui')).get(path);
  expect([text.includes('Concluir pedido'), text.includes('Concluir: texto de')]).toEqual([true, false]);
});

it('what was on its way at a backup is not sent after a restore, since it may have been taken back meanwhile', async () => {
  const { id, path } = await makeRequest(maria);
  await decide(ana, path, 'answer');
  await settleRestored(context.db);
  await office.letTimePass(UNDO_MS);
  const sent = await context.db.selectFrom('messages').select('id').where('requestId', '=', id).execute();
  expect(sent).toEqual([]);
  const reference = path.split('/').at(-1);
  expect(await listStopped(context.db, 'ana', null)).toEqual([{ reference, stopped: 'restored' }]);
});

it.each(['registered', 'withdrawn'])(
  'a clerk is told that what was on its way at a backup may have arrived, where the request is %s then',
  async (state) => {
    const { id, path } = await makeRequest(maria);
    await decide(ana, path, 'answer');
    await context.db.transaction().execute((tx) => stopSending(tx, 'restored', null));
    if (state === 'withdrawn') await maria.send('PUT', `/requests/${id}/withdrawal`);
    const { text: list } = await ana.get('/balcao');
    expect([list.includes('pode já ter chegado'), list.includes(ALERT)]).toEqual([true, false]);
    const { text } = await ana.get(path);
    expect(text).toContain('isto pode já ter chegado ao requerente. Confirme antes de enviar de novo.');
    expect(text).not.toContain('Não foi enviada');
  },
);

it('a clerk is not sent to a request that another service has by then', async () => {
  const { db } = context;
  const { id, path } = await makeRequest(maria);
  await decide(ana, path, 'answer');
  await sendReply(maria, id, { purpose: 'correction', body: 'A nota é de setembro.' });
  await office.letTimePass(UNDO_MS);
  expect(await isToldOnList()).toBe(true);
  await addService(db, { id: 'geral', name: 'Atendimento geral' });
  await addService(db, { id: 'familia', name: 'Prestações familiares' });
  await putClerkInto(db, 'familia', 'ana');
  expect(await isToldOnList()).toBe(false);
});
