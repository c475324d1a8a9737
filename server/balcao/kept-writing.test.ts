import { beforeEach, expect, it } from 'vitest';
import { type Browser, ORIGIN, pdf } from '../../contract/conformance/subject.ts';
import { createSite } from '../site.ts';
import {
  type ClerkBrowser,
  fieldsOf,
  hiddenFields,
  keepDraft,
  keptFileOf,
} from '../testing/clerk-browser.ts';
import { ANSWER, decide, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const HALF = 'A nota diz res';
const HALF_AN_HOUR_MS = 31 * 60_000;

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

const keep = (clerk: ClerkBrowser, action: string, fields: Record<string, string | File>) =>
  keepDraft(clerk, path, action, fields);

it('what is half written is there again in another browser, each kind by itself and with its files', async () => {
  const file = new File([new Uint8Array(pdf('x'))], 'Nota.pdf');
  const page = await keep(ana, 'answer', { mensagem: HALF, ficheiros: file });
  expect(page.text).toMatch(/Rascunho guardado em \d+ de \w+ de \d{4} às \d\d:\d\d\./);
  await keep(ana, 'forward', { mensagem: 'É convosco.', servico: 'Évora' });
  const elsewhere = await office.openDesk('ana');
  const { text } = await elsewhere.get(path);
  for (const each of [`${HALF}</textarea>`, 'Nota.pdf (', 'É convosco.</textarea>', 'value="Évora"'])
    expect(text).toContain(each);
  expect(await listMessages(maria, id)).toEqual([]);
  await keep(ana, 'forward', { mensagem: '', servico: '' });
  expect((await elsewhere.get(path)).text).not.toContain('É convosco.');
});

it('what is half written shows the names of another office and of files without what nobody sees', async () => {
  const file = new File([new Uint8Array(pdf('x'))], 'Nota\u202efdp.pdf');
  await keep(ana, 'forward', { mensagem: HALF, servico: ' É\u202evora\u2066', ficheiros: file });
  const { text } = await (await office.openDesk('ana')).get(path);
  for (const each of ['value="Évora"', 'Notafdp.pdf (']) expect(text).toContain(each);
});

it('what is posted after the session ran out is kept, with its file, for whoever it was once they are back', async () => {
  const file = new File([new Uint8Array(pdf('x'))], 'Nota.pdf');
  const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: ANSWER, ficheiros: file };
  office.clocks.advance(HALF_AN_HOUR_MS);
  const ended = await ana.post(path, fields);
  expect([ended.status, ended.text.includes(ANSWER)]).toEqual([401, true]);
  expect(
    await office.context.db.selectFrom('officeActs').selectAll().where('requestId', '=', id).execute(),
  ).toEqual([]);
  const back = await office.openDesk('ana');
  const { text } = await back.get(path);
  expect(text).toContain(`${ANSWER}</textarea>`);
  expect(text).toContain('Nota.pdf (');
});

it('what is refused is kept as it was typed', async () => {
  await decide(ana, path, 'answer', { mensagem: 'curto' });
  expect((await ana.get(path)).text).toContain('curto</textarea>');
});

it('a colleague reads what was begun, says whose it is, and goes on with it', async () => {
  await keep(ana, 'answer', { mensagem: HALF });
  const rui = await office.openDesk('rui');
  const page = await rui.get(path);
  expect(page.text).toMatch(/Responder: texto de Ana Exemplo/);
  expect(page.text).not.toContain(`${HALF}</textarea>`);
  const taken = await rui.post(`${path}/rascunho`, fieldsOf(page, `${path}/rascunho`));
  expect(taken.text).toContain(`${HALF}</textarea>`);
  await keep(ana, 'forward', { mensagem: HALF, servico: 'Évora', nota: 'É convosco.' });
  expect((await rui.get(path)).text).toContain('Nota interna: É convosco.</p>');
  await keep(rui, 'answer', { mensagem: `${HALF}peito a outubro.` });
  expect((await ana.get(path)).text).toContain(`${HALF}</textarea>`);
});

it.each([
  ['text', ANSWER],
  ['file alone', ''],
])('a colleague sees the file of a %s that was begun, and sends it', async (_what, mensagem) => {
  const file = new File([new Uint8Array(pdf('x'))], 'Nota.pdf');
  await keep(ana, 'answer', { mensagem, ficheiros: file });
  const rui = await office.openDesk('rui');
  const page = await rui.get(path);
  expect(page.text).toContain('Nota.pdf (');
  const taken = await rui.post(`${path}/rascunho`, fieldsOf(page, `${path}/rascunho`));
  const guardados = keptFileOf(taken);
  await keep(ana, 'answer', { mensagem: '' });
  await rui.post(path, { ...hiddenFields(taken, 'answer'), mensagem: ANSWER, guardados });
  const [message] = await listMessages(maria, id);
  expect(message?.attachments.map(({ name }) => name)).toEqual(['Nota.pdf']);
});

it('once it is sent nothing of it is left, also where the script keeps it a moment too late', async () => {
  await keep(ana, 'answer', { mensagem: HALF });
  const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: ANSWER };
  await ana.post(path, fields);
  const late = await ana.post(`${path}/rascunho`, fields);
  expect(late.text).not.toContain('</textarea>'.padStart(ANSWER.length + 11, ANSWER));
  await ana.post(path, fields);
  const kept = await office.context.db.selectFrom('officeUnsent').select('action').execute();
  expect(kept).toEqual([]);
});

it('the script is answered without a page', async () => {
  const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: HALF };
  const from = {
    Origin: ORIGIN,
    Accept: 'application/json',
  };
  const answer = await ana.post(`${path}/rascunho`, fields, from);
  expect([answer.status, answer.text]).toEqual([204, '']);
  office.clocks.advance(HALF_AN_HOUR_MS);
  expect((await ana.post(`${path}/rascunho`, { ...fields, mensagem: ANSWER }, from)).status).toBe(401);
  const back = await office.openDesk('ana');
  expect((await back.get(path)).text).toContain(`${ANSWER}</textarea>`);
});

it('what was on its way while its clerk signed out is there to be copied, and is not said to be kept', async () => {
  const form = new FormData();
  const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: ANSWER };
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  const whole = new Response(form);
  const headers = {
    Origin: ORIGIN,
    Cookie: [...ana.jar.values()].map((set) => set.split(';')[0]).join('; '),
    'Content-Type': whole.headers.get('Content-Type') ?? '',
  };
  const body = new ReadableStream(
    {
      async pull(stream) {
        await ana.post('/balcao/sair', {});
        stream.enqueue(new Uint8Array(await whole.arrayBuffer()));
        stream.close();
      },
    },
    { highWaterMark: 0 },
  );
  const site = createSite(office.context);
  const init = { method: 'POST', headers, body, duplex: 'half' };
  const answer = await site(new Request(ORIGIN + path, init));
  const text = await answer.text();
  expect([answer.status, text.includes(ANSWER)]).toEqual([401, true]);
  expect(text).toContain('Nada foi enviado, nem guardado.');
  expect(await office.context.db.selectFrom('officeUnsent').selectAll().execute()).toEqual([]);
});

it('what is posted after its clerk has signed out elsewhere is there to be copied', async () => {
  const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: ANSWER };
  await ana.post('/balcao/sair', {});
  const { status, text } = await ana.post(path, fields);
  expect([status, text.includes(ANSWER)]).toEqual([401, true]);
  expect(text).toContain('Nada foi enviado, nem guardado.');
});

it('whoever goes to where something is posted is led to the request, or to the list where there is none', async () => {
  for (const place of ['niss', 'de-quem', 'notas', 'rascunho', 'resposta-guardada', 'desfazer']) {
    expect((await ana.get(`${path}/${place}`)).text).toContain('<h2>O que fazer</h2>');
    const nowhere = await ana.get(`/balcao/pedidos/%E2%82%AC/${place}`);
    expect([nowhere.status, nowhere.text.includes('<h1>Pedidos</h1>')]).toEqual([200, true]);
  }
});
