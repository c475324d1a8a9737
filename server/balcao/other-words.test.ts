import { beforeEach, expect, it } from 'vitest';
import { type Browser, pdf } from '../../contract/conformance/subject.ts';
import { type ClerkBrowser, hiddenFields } from '../testing/clerk-browser.ts';
import { ANSWER, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const UNDO_MS = 60_000;
const CORRECTED = 'A nota diz respeito ao mês de novembro.';
const office = await setUpOffice({ undoMs: UNDO_MS });
let maria: Browser;
let ana: ClerkBrowser;
let id: string;
let path: string;
/** The form that Ana has sent, and to which she goes back. */
let form: Record<string, string>;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
  ({ id, path } = await makeRequest(maria));
  form = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: ANSWER };
});

const fileOf = (text: string) => new File([new Uint8Array(pdf(text))], 'Nota.pdf');
const listBodies = async () => (await listMessages(maria, id)).map(({ body }) => body);

it('a clerk who goes back and sends corrected words is not told that they were sent: the first are on their way', async () => {
  await ana.post(path, form);
  const again = await ana.post(path, { ...form, mensagem: CORRECTED });
  expect([again.status, again.text.includes('Resposta enviada')]).toEqual([409, false]);
  await office.letTimePass(UNDO_MS);
  expect(await listBodies()).toEqual([ANSWER]);
});

it('a clerk who goes back and sends another file is not told that it was sent', async () => {
  await ana.post(path, { ...form, ficheiros: fileOf('Outubro') });
  expect((await ana.post(path, { ...form, ficheiros: fileOf('Novembro') })).status).toBe(409);
});

it('a clerk who presses twice with the same words and file is told that they were sent', async () => {
  await ana.post(path, { ...form, ficheiros: fileOf('Outubro') });
  const again = await ana.post(path, { ...form, ficheiros: fileOf('Outubro') });
  expect([again.status, again.text.includes('Resposta enviada')]).toEqual([200, true]);
});
