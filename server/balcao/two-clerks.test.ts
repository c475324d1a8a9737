import { beforeEach, expect, it } from 'vitest';
import type { Browser } from '../../contract/conformance/subject.ts';
import { type ClerkBrowser, fieldsOf, hiddenFields } from '../testing/clerk-browser.ts';
import { ANSWER, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const NOTICES = '/balcao/avisos';

const office = await setUpOffice();
let maria: Browser;
let desk: ClerkBrowser;
let id: string;
let path: string;
/** The page that Ana has open while Rui signs in in the same browser. */
let answer: Record<string, string>;
let note: Record<string, string>;
let newReply: { path: string; fields: Record<string, string> };
let notices: Record<string, string>;

beforeEach(async () => {
  maria = await office.signInMaria();
  desk = await office.openDesk('ana');
  ({ id, path } = await makeRequest(maria));
  const page = await desk.get(path);
  answer = { ...hiddenFields(page, 'answer'), mensagem: ANSWER };
  note = { ...fieldsOf(page, `${path}/notas`), nota: 'Falei com a Ana.' };
  const replies = await desk.get('/balcao/respostas');
  const [replyPath = ''] = /\/balcao\/respostas\/[-0-9a-f]{36}/.exec(replies.text) ?? [];
  const fields = { ...fieldsOf(replies, replyPath), titulo: 'Da Ana', texto: ANSWER, tema: '', tipo: '' };
  newReply = { path: replyPath, fields };
  notices = { ...fieldsOf(await desk.get(NOTICES), NOTICES), novos: 'sim', endereco: 'ana@exemplo.pt' };
  await office.signInThere(desk, 'rui');
});

it('what one clerk wrote is not sent in the name of another who has signed in in that browser, and can be copied', async () => {
  const refused = await desk.post(path, answer);
  expect([refused.status, refused.text.includes(ANSWER)]).toEqual([401, true]);
  expect(refused.text).toContain('Nada foi enviado, nem guardado');
  expect(await listMessages(maria, id)).toEqual([]);
});

it('nor is it kept as the draft of another', async () => {
  await desk.post(`${path}/rascunho`, answer);
  expect((await desk.get(path)).text).not.toContain(ANSWER);
});

it('nor is a note signed by another', async () => {
  expect((await desk.post(`${path}/notas`, note)).status).toBe(401);
  expect((await desk.get(path)).text).not.toContain('Falei com a Ana.');
});

it('nor is a saved reply kept as another’s, and whoever wrote it sends it again once they have signed in', async () => {
  const { path: replyPath, fields } = newReply;
  const refused = await desk.post(replyPath, fields);
  expect([refused.status, refused.text.includes(ANSWER)]).toEqual([401, true]);
  expect((await desk.get('/balcao/respostas')).text).not.toContain('Da Ana');
  const again = { ...fields, ...fieldsOf(refused, replyPath) };
  expect((await desk.post(replyPath, again)).status).toBe(401);
  await office.signInThere(desk, 'ana');
  expect((await desk.post(replyPath, again)).text).toContain('A resposta ficou guardada.');
});

it('nor do the mails to one clerk go where another wants theirs, and that address can be copied', async () => {
  await desk.post(NOTICES, { novos: 'sim', endereco: 'rui@exemplo.pt' });
  const refused = await desk.post(NOTICES, notices);
  expect([refused.status, refused.text.includes('ana@exemplo.pt')]).toEqual([401, true]);
  expect((await desk.get(NOTICES)).text).toContain('rui@exemplo.pt');
  await office.signInThere(desk, 'ana');
  const again = await desk.post(NOTICES, { ...notices, ...fieldsOf(refused, NOTICES) });
  expect(again.text).toContain('Os avisos vão para ana@exemplo.pt.');
});

it('a saved reply that a supervisor wrote for everybody is still for everybody when they send it again', async () => {
  const { path: replyPath, fields } = newReply;
  const refused = await desk.post(replyPath, { ...fields, todos: 'sim' });
  expect(refused.text).toContain('name="todos" value="sim" checked=""');
});
