import { beforeEach, expect, it } from 'vitest';
import type { Browser } from '../../contract/conformance/subject.ts';
import { type ClerkBrowser, fieldsOf, hiddenFields } from '../testing/clerk-browser.ts';
import { ANSWER, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const office = await setUpOffice();
let maria: Browser;
let desk: ClerkBrowser;
let id: string;
let path: string;
/** The page that Ana has open while Rui signs in in the same browser. */
let answer: Record<string, string>;
let note: Record<string, string>;

beforeEach(async () => {
  maria = await office.signInMaria();
  desk = await office.openDesk('ana');
  ({ id, path } = await makeRequest(maria));
  const page = await desk.get(path);
  answer = { ...hiddenFields(page, 'answer'), mensagem: ANSWER };
  note = { ...fieldsOf(page, `${path}/notas`), nota: 'Falei com a Ana.' };
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
