import { beforeEach, describe, expect, it } from 'vitest';
import { type Browser, ORIGIN, pdf, sendReply } from '../../contract/conformance/subject.ts';
import { forgetOfficeUploads } from '../office/office-uploads.ts';
import {
  type ClerkBrowser,
  fieldsOf,
  hiddenFields,
  keepDraft,
  keptFileOf,
} from '../testing/clerk-browser.ts';
import { ANSWER, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const HALF = 'A nota diz res';
const HALF_AN_HOUR_MS = 31 * 60_000;
const DAY_MS = 86_400_000;

const office = await setUpOffice();
let maria: Browser;
let ana: ClerkBrowser;
let id: string;
let path: string;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
  ({ id, path } = await makeRequest(maria));
});

const keep = (clerk: ClerkBrowser, fields: Record<string, string | File>) =>
  keepDraft(clerk, path, 'answer', fields);

it('words are kept as one types without the files that go with them being read', async () => {
  const file = new File([new Uint8Array(pdf('x'))], 'Nota.pdf');
  const page = await keep(ana, { mensagem: HALF, ficheiros: file });
  const guardados = keptFileOf(page);
  await office.context.db.deleteFrom('officeUploads').execute();
  const fields = { ...hiddenFields(page, 'answer'), mensagem: ANSWER, guardados };
  const from = { Origin: ORIGIN, Accept: 'application/json' };
  expect((await ana.post(`${path}/rascunho`, fields, from)).status).toBe(204);
  const { text } = await ana.get(path);
  expect([text.includes(`${ANSWER}</textarea>`), text.includes('Nota.pdf (')]).toEqual([true, true]);
});

it('an answer is not sent without the file that another page of its clerk has lost, and the clerk is told', async () => {
  const file = new File([new Uint8Array(pdf('x'))], 'Nota.pdf');
  const page = await keep(ana, { mensagem: HALF, ficheiros: file });
  const guardados = keptFileOf(page);
  await keep(ana, { mensagem: '' });
  const fields = { ...hiddenFields(page, 'answer'), mensagem: ANSWER, guardados };
  const refused = await ana.post(path, fields);
  expect([refused.status, await listMessages(maria, id)]).toEqual([409, []]);
  expect(refused.text).toContain('Nada foi enviado: um ficheiro que tinha juntado já não está guardado.');
  expect((await ana.get(path)).text).toContain(`${ANSWER}</textarea>`);
  const again = { ...hiddenFields(refused, 'answer'), mensagem: ANSWER, ficheiros: file };
  await ana.post(path, again);
  const [message] = await listMessages(maria, id);
  expect(message?.attachments.map(({ name }) => name)).toEqual(['Nota.pdf']);
});

describe('A file of a colleague’s draft, with which a clerk goes on', () => {
  let rui: ClerkBrowser;
  /** The form by which Rui goes on with it. */
  let form: Record<string, string>;

  beforeEach(async () => {
    const file = new File([new Uint8Array(pdf('x'))], 'Nota.pdf');
    await keep(ana, { mensagem: HALF, ficheiros: file });
    rui = await office.openDesk('rui');
    form = fieldsOf(await rui.get(path), `${path}/rascunho`);
  });

  it('stays in the form where they have left it out in another page, and is sent by the second press', async () => {
    const page = await rui.post(`${path}/rascunho`, form);
    const guardados = keptFileOf(page);
    await keep(rui, { mensagem: HALF });
    const refused = await rui.post(path, { ...hiddenFields(page, 'answer'), mensagem: ANSWER, guardados });
    const offered = keptFileOf(refused);
    expect([refused.status, offered]).toEqual([409, guardados]);
    const again = { ...hiddenFields(refused, 'answer'), mensagem: ANSWER, guardados: offered };
    await rui.post(path, again);
    const [message] = await listMessages(maria, id);
    expect(message?.attachments.map(({ name }) => name)).toEqual(['Nota.pdf']);
  });

  it('is kept for as long as a draft has it, and forgotten in the night after the last one has left it out', async () => {
    const haveNight = async () => {
      office.clocks.advance(DAY_MS);
      await forgetOfficeUploads(office.context);
      return office.context.db.selectFrom('officeUploads').select('id').execute();
    };
    await rui.post(`${path}/rascunho`, form);
    await keep(ana, { mensagem: HALF });
    expect(await haveNight()).toEqual([{ id: form.guardados }]);
    await keep(await office.openDesk('rui'), { mensagem: HALF });
    expect(await haveNight()).toEqual([]);
  });

  it('stands in the form where they have begun another text in a second page', async () => {
    await keep(rui, { mensagem: ANSWER });
    const refused = await rui.post(`${path}/rascunho`, form);
    expect([refused.status, refused.text.includes(`${HALF}</textarea>`)]).toEqual([409, true]);
    expect(keptFileOf(refused)).toBe(form.guardados);
  });

  it('stands with such a text in the form where the colleague has written no words', async () => {
    await keep(ana, { mensagem: '', guardados: form.guardados ?? '' });
    form = fieldsOf(await rui.get(path), `${path}/rascunho`);
    await keep(rui, { mensagem: ANSWER });
    const refused = await rui.post(`${path}/rascunho`, form);
    expect([refused.status, refused.text.includes(`${ANSWER}</textarea>`)]).toEqual([409, true]);
    expect([form.mensagem, keptFileOf(refused)]).toEqual(['', form.guardados]);
  });
});

describe('A clerk is told of a file that another page of theirs has lost', () => {
  const GONE = 'um ficheiro que tinha juntado já não está guardado.';
  let fields: Record<string, string>;

  beforeEach(async () => {
    const file = new File([new Uint8Array(pdf('x'))], 'Nota.pdf');
    const page = await keep(ana, { mensagem: HALF, ficheiros: file });
    const guardados = keptFileOf(page);
    await keep(ana, { mensagem: '' });
    fields = { ...hiddenFields(page, 'answer'), mensagem: ANSWER, guardados };
  });

  it.each([
    ['is as it should be', ANSWER, 409, 'entretanto, houve uma mudança'],
    ['is too short', 'curto', 422, 'Escreva pelo menos'],
  ])('also where the request has changed and the answer %s', async (_how, mensagem, status, other) => {
    await sendReply(maria, id, { purpose: 'correction', body: 'A nota é de setembro.' });
    const { text, ...refused } = await ana.post(path, { ...fields, mensagem });
    expect([refused.status, text]).toEqual([status, expect.stringContaining(GONE)]);
    expect(text).toContain(other);
  });

  it.each([
    ['keep a draft', 'rascunho', {}],
    ['seek a saved reply', 'resposta-guardada', { procurada: 'abono' }],
    ['take out a saved reply', 'resposta-guardada', { retirar: 'sim' }],
  ])('also when they %s', async (_what, place, also) => {
    const page = await ana.post(`${path}/${place}`, { ...fields, ...also });
    expect([page.status, page.text]).toEqual([409, expect.stringContaining(GONE)]);
    expect(page.text).toContain(`${ANSWER}</textarea>`);
  });
});

describe('A clerk is told of a file that may not be sent, and chooses again', () => {
  const unfit = { mensagem: HALF, ficheiros: new File(['MZ program'], 'Nota.pdf') };
  const NOT_KEPT = ['«Nota.pdf» não é de um tipo aceite', 'Escolha outra vez os ficheiros'];

  it.each([
    ['keep a draft', 'rascunho', {}],
    ['seek a saved reply', 'resposta-guardada', { procurada: 'abono' }],
  ])('when they %s', async (_what, place, also) => {
    const form = hiddenFields(await ana.get(path), 'answer');
    const { status, text } = await ana.post(`${path}/${place}`, { ...form, ...unfit, ...also });
    expect(status).toBe(409);
    for (const words of NOT_KEPT) expect(text).toMatch(new RegExp(`<a href="#answer-attachments">${words}`));
    expect((await ana.get(path)).text).toContain(`${HALF}</textarea>`);
  });

  it('when they post after their session ran out, and their words are kept', async () => {
    const form = hiddenFields(await ana.get(path), 'answer');
    office.clocks.advance(HALF_AN_HOUR_MS);
    const { status, text } = await ana.post(path, { ...form, ...unfit });
    expect(status).toBe(401);
    for (const words of ['O que escreveu ficou guardado', ...NOT_KEPT]) expect(text).toContain(words);
  });
});
