import { beforeEach, describe, expect, it } from 'vitest';
import { type Browser, ORIGIN, pdf } from '../../contract/conformance/subject.ts';
import { type ClerkBrowser, hiddenFields } from '../testing/clerk-browser.ts';
import { ANSWER, decide, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const UNDO_MS = 60_000;
const CORRECTED = 'A nota diz respeito ao mês de novembro.';
const NOT_KEPT = 'Não ficou guardado: ';
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
  expect([again.status, again.text.includes('A resposta segue')]).toEqual([409, false]);
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
  expect([again.status, again.text.includes('A resposta segue')]).toEqual([200, true]);
});

it('a clerk who is told that corrected words stay in the page sees them there, beside those on their way', async () => {
  await ana.post(path, form);
  const { text } = await ana.post(path, { ...form, mensagem: CORRECTED });
  for (const words of [ANSWER, CORRECTED]) expect(text).toContain(`<p class="words">${words}</p>`);
  expect(text).toContain(NOT_KEPT);
});

it('words that stand in the page as a draft of their clerk stand there once', async () => {
  await ana.post(path, form);
  const { text } = await ana.post(path, { ...form, accao: 'ask', mensagem: CORRECTED });
  expect(text.split(`<p class="words">${CORRECTED}</p>`)).toHaveLength(2);
  expect(text).not.toContain(NOT_KEPT);
});

it('a clerk who keeps a draft of other words than those on their way sees them, and that they are not kept', async () => {
  await ana.post(path, form);
  const kept = await ana.post(`${path}/rascunho`, { ...form, mensagem: CORRECTED });
  expect([kept.status, kept.text.includes(`<p class="words">${CORRECTED}</p>`)]).toEqual([409, true]);
  expect(kept.text).toContain(NOT_KEPT);
});

it('the script is told that other words than those on their way are not kept, and that the same words are', async () => {
  await ana.post(path, form);
  const from = { Origin: ORIGIN, Accept: 'application/json' };
  const keep = (mensagem: string) => ana.post(`${path}/rascunho`, { ...form, mensagem }, from);
  expect([(await keep(CORRECTED)).status, (await keep(ANSWER)).status]).toEqual([409, 204]);
});

it('a clerk whose session ran out while other words are on their way is told that these are not kept', async () => {
  await ana.post(path, form);
  office.clocks.advance(31 * 60_000);
  const ended = await ana.post(path, { ...form, mensagem: CORRECTED });
  expect([ended.status, ended.text.includes('ficou guardado e está no pedido')]).toEqual([401, false]);
  expect(ended.text).toContain(NOT_KEPT);
});

it('what a clerk wrote in an older page can be copied beside what another page has kept, while a colleague’s answer is on its way', async () => {
  const now = hiddenFields(await ana.get(path), 'answer');
  await ana.post(`${path}/rascunho`, { ...now, mensagem: ANSWER });
  await decide(await office.openDesk('rui'), path, 'answer', { mensagem: 'Resposta do Rui.' });
  const { text } = await ana.post(`${path}/rascunho`, { ...form, mensagem: CORRECTED });
  for (const words of [ANSWER, CORRECTED]) expect(text).toContain(`<p class="words">${words}</p>`);
});

describe('once the first words have gone', () => {
  beforeEach(async () => {
    await ana.post(path, form);
    await office.letTimePass(UNDO_MS);
  });

  it('a draft of other words from the same form is not said to be kept', async () => {
    const kept = await ana.post(`${path}/rascunho`, { ...form, mensagem: CORRECTED });
    expect([kept.status, kept.text.includes(CORRECTED)]).toEqual([409, true]);
    expect(kept.text).toContain(NOT_KEPT);
  });

  it('the script is told that they are not kept, and that the same words are', async () => {
    const from = { Origin: ORIGIN, Accept: 'application/json' };
    const keep = (mensagem: string) => ana.post(`${path}/rascunho`, { ...form, mensagem }, from);
    expect([(await keep(CORRECTED)).status, (await keep(ANSWER)).status]).toEqual([409, 204]);
  });
});
