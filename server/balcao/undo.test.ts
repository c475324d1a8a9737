import { beforeEach, expect, it } from 'vitest';
import { type Browser, pdf, readRequest, sendReply } from '../../contract/conformance/subject.ts';
import { readNews } from '../office/read-news.ts';
import {
  type ClerkBrowser,
  type ClerkPage,
  hiddenFields,
  keptFileOf,
  pressUndo,
} from '../testing/clerk-browser.ts';
import { ANSWER, decide, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const UNDO_MS = 60_000;
const office = await setUpOffice({ undoMs: UNDO_MS });
const { context, clocks, letTimePass } = office;
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
});

const undo = (page: ClerkPage, path: string) => pressUndo(ana, page, path);
const toldOf = async (reference: string) =>
  (await readNews(context.db, { cursor: null, limit: 500, reach: null })).news.filter(
    ({ request, what }) => request.reference === reference && what !== 'submitted',
  );

it('within a minute of the press nothing has reached the citizen: no message, no news, no mail; then all of it has, once', async () => {
  const { id, path } = await makeRequest(maria);
  const page = await decide(ana, path, 'answer');
  expect(page.text).toContain(
    '<p role="status" tabindex="-1" autofocus="">A resposta segue para Maria Exemplo às 10:32.</p>',
  );
  await letTimePass(UNDO_MS - 1);
  const reference = path.split('/').at(-1) ?? '';
  const jobs = () => context.db.selectFrom('jobs').select('id').where('name', '=', 'tellNews').execute();
  const mailsBefore = (await jobs()).length;
  expect([await listMessages(maria, id), await toldOf(reference)]).toEqual([[], []]);
  expect((await readRequest(maria, id)).state).toBe('registered');
  await letTimePass(1);
  expect((await listMessages(maria, id)).map(({ body, receipt }) => [body, receipt !== undefined])).toEqual([
    [ANSWER, true],
  ]);
  expect((await toldOf(reference)).map(({ what }) => what)).toEqual(['answered']);
  expect((await jobs()).length).toBe(mailsBefore + 1);
  await letTimePass(UNDO_MS);
  expect(await listMessages(maria, id)).toHaveLength(1);
});

it.each([
  ['answer', {}],
  ['ask', {}],
  ['forward', { servico: 'Centro Distrital de Évora' }],
] as const)(
  'what a clerk takes back after they chose to %s was never sent, and is there again with its file',
  async (action, fields) => {
    const { id, path } = await makeRequest(maria);
    const file = new File([new Uint8Array(pdf('Resposta'))], 'Resposta.pdf');
    const sent = await decide(ana, path, action, { ...fields, ficheiros: file });
    expect(sent.text).not.toContain(`value="${action}"`);
    expect(sent.text).toContain('Resposta.pdf (');
    const back = await undo(sent, path);
    expect(back.text).toContain('Desfeito: o que escreveu não foi enviado e continua aqui.');
    expect(back.text).toContain(`${ANSWER}</textarea>`);
    expect(back.text).toContain('Resposta.pdf (');
    await letTimePass(2 * UNDO_MS);
    expect((await readRequest(maria, id)).state).toBe('registered');
    const kept = keptFileOf(back);
    await decide(ana, path, action, { ...fields, guardados: kept });
    await letTimePass(UNDO_MS);
    const [message] = await listMessages(maria, id);
    expect(message?.attachments.map(({ name }) => name)).toEqual(['Resposta.pdf']);
  },
);

it('who is too late to take it back is told so', async () => {
  const { id, path } = await makeRequest(maria);
  const page = await decide(ana, path, 'answer');
  await letTimePass(UNDO_MS);
  expect((await undo(page, path)).text).toContain('Já não é possível desfazer: foi enviado.');
  expect(await listMessages(maria, id)).toHaveLength(1);
});

it('who presses twice to take it back is told both times that nothing was sent', async () => {
  const { id, path } = await makeRequest(maria);
  const page = await decide(ana, path, 'answer');
  await undo(page, path);
  expect((await undo(page, path)).text).toContain(
    'Desfeito: o que escreveu não foi enviado e continua aqui.',
  );
  await letTimePass(UNDO_MS);
  expect(await listMessages(maria, id)).toEqual([]);
});

it('sent again in the same form after it was taken back, it waits for its own minute', async () => {
  const { id, path } = await makeRequest(maria);
  const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: ANSWER };
  const page = await ana.post(path, fields);
  clocks.advance(UNDO_MS / 2);
  await undo(page, path);
  await ana.post(path, fields);
  await letTimePass(UNDO_MS / 2);
  expect(await listMessages(maria, id)).toEqual([]);
  await letTimePass(UNDO_MS / 2);
  expect(await listMessages(maria, id)).toHaveLength(1);
});

it('what the citizen adds meanwhile stops it: its clerk is told on the list, and finds their words again', async () => {
  const { id, path } = await makeRequest(maria);
  await decide(ana, path, 'answer');
  await sendReply(maria, id, { purpose: 'correction', body: 'A nota é de setembro.' });
  await letTimePass(UNDO_MS);
  expect((await listMessages(maria, id)).map(({ purpose }) => purpose)).toEqual(['correction']);
  const reference = path.split('/').at(-1) ?? '';
  const list = await ana.get('/balcao');
  expect(list.text).toMatch(new RegExp(`Não foi enviado o que escreveu.*${reference}`, 's'));
  const page = await ana.get(path);
  expect(page.text).toContain('Não foi enviada: entretanto, houve uma mudança.');
  expect(page.text).toContain(`${ANSWER}</textarea>`);
});

it('after an act comes the next request of the view, or at once with the same press, from where the last can be taken back still', async () => {
  const due: string[] = [];
  for (let count = 0; count < 3; count += 1)
    due.push((await makeRequest(maria, { kind: 'documents' })).path.split('/').at(-1) ?? '');
  const [first = '', second = '', third = ''] = due;
  const place = '?tipo=documento';
  const open = (reference: string) => `/balcao/pedidos/${reference}`;
  const fields = hiddenFields(await ana.get(open(first) + place), 'answer');
  const done = await ana.post(open(first), { ...fields, mensagem: ANSWER });
  expect(done.text).toContain(`<a href="${open(second)}${place}" class="next">`);
  const more = hiddenFields(await ana.get(open(second) + place), 'answer');
  const next = await ana.post(open(second), { ...more, mensagem: ANSWER, seguinte: '1' });
  expect(next.text).toContain(`<title>Pedido ${third} –`);
  expect(next.text).toContain(`A resposta segue para Maria Exemplo às 10:32. (${second})`);
  expect((await ana.get(`/balcao${place}`)).text).not.toContain(second);
  expect((await undo(next, open(second))).text).toContain('Desfeito');
  expect((await ana.get(`/balcao${place}`)).text).toContain(second);
});

it('the last of a view leads back to the list, which says what was done', async () => {
  const { path } = await makeRequest(maria, { kind: 'documents' });
  const place = '?tipo=documento';
  const page = await ana.get(path + place);
  const others = (await ana.get(`/balcao${place}`)).text.match(/EC-\d{4}-\d{7}(?=<\/a>)/g) ?? [];
  expect(others).toEqual([path.split('/').at(-1)]);
  const end = await ana.post(path, { ...hiddenFields(page, 'answer'), mensagem: ANSWER, seguinte: '1' });
  expect(end.text).toContain('<h1>Pedidos</h1>');
  expect(end.text).toContain('A resposta segue para Maria Exemplo às 10:32.');
});
