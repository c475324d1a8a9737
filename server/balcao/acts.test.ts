import { beforeEach, expect, it } from 'vitest';
import { type Browser, pdf, readRequest, sendReply } from '../../contract/conformance/subject.ts';
import { type ClerkBrowser, hiddenFields, keptFileOf } from '../testing/clerk-browser.ts';
import { ANSWER, decide, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const office = await setUpOffice();
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
});

it.each([
  ['review', {}, 'inReview', []],
  ['ask', {}, 'awaitingCitizen', ['question']],
  ['answer', {}, 'answered', ['answer']],
  ['forward', { servico: 'Centro Distrital de Évora' }, 'forwarded', ['notice']],
])('the citizen sees it when a clerk chooses to %s', async (action, fields, state, purposes) => {
  const { id, path } = await makeRequest(maria);
  const page = await decide(ana, path, action, fields);
  expect([page.status, /class="done"/.test(page.text)]).toEqual([200, true]);
  const request = await readRequest(maria, id);
  expect(request.state).toBe(state);
  if (action === 'forward') expect(request.office.name).toBe('Centro Distrital de Évora');
  const messages = await listMessages(maria, id);
  expect(messages.map(({ purpose }) => purpose)).toEqual(purposes);
  for (const { body } of messages) expect(body).toBe(ANSWER);
});

it('what was asked and replied to is answered, and closed after that', async () => {
  const { id, path } = await makeRequest(maria);
  await decide(ana, path, 'ask');
  await sendReply(maria, id, { body: 'O mês era o de setembro.' });
  expect((await ana.get(path)).text).toContain('O mês era o de setembro.');
  await decide(ana, path, 'answer');
  const closed = await decide(ana, path, 'close');
  expect(closed.text).toContain('Já só se pode ler');
  expect((await readRequest(maria, id)).history.map(({ state }) => state)).toEqual([
    'registered',
    'awaitingCitizen',
    'inReview',
    'answered',
    'closed',
  ]);
});

it('a file that goes with an answer reaches the citizen; one that may not go is told, with the words kept', async () => {
  const { id, path } = await makeRequest(maria);
  const program = new File(['MZ program'], 'resposta.pdf');
  const refused = await decide(ana, path, 'answer', { ficheiros: program });
  expect(refused.status).toBe(422);
  expect(refused.text).toMatch(/<a href="#answer-attachments">«resposta.pdf» não é de um tipo aceite/);
  expect(refused.text).toContain(`${ANSWER}</textarea>`);
  const bytes = pdf('Resposta');
  await decide(ana, path, 'answer', { ficheiros: new File([new Uint8Array(bytes)], 'Resposta nº 1.pdf') });
  const [message] = await listMessages(maria, id);
  expect(message?.attachments.map(({ name }) => name)).toEqual(['Resposta nº 1.pdf']);
  const file = `/requests/${id}/attachments/${message?.attachments[0]?.id}`;
  const { body } = await maria.send<Uint8Array>('GET', file);
  expect(Buffer.compare(body, bytes)).toBe(0);
});

it('an answer without words is told beside its field and not sent', async () => {
  const { id, path } = await makeRequest(maria);
  const page = await decide(ana, path, 'answer', { mensagem: ' ' });
  expect(page.status).toBe(422);
  expect(page.text).toContain('<a href="#answer-body">Escreva a mensagem</a>');
  expect((await readRequest(maria, id)).state).toBe('registered');
});

it('of two clerks who answer at once the second is told, and what they wrote stays in the page', async () => {
  const { id, path } = await makeRequest(maria);
  const rui = await office.openDesk('rui');
  const seenByRui = await rui.get(path);
  await decide(ana, path, 'answer');
  const typed = 'Rui responde outra coisa, por extenso.';
  const second = await rui.post(path, { ...hiddenFields(seenByRui, 'answer'), mensagem: typed });
  expect(second.status).toBe(409);
  expect(second.text).toContain('entretanto, houve uma mudança');
  expect(second.text).toContain(ANSWER);
  expect(second.text).toContain(`${typed}</textarea>`);
  expect(await listMessages(maria, id)).toHaveLength(1);
  const again = await rui.post(path, { ...hiddenFields(second, 'answer'), mensagem: typed });
  expect(again.status).toBe(200);
  expect((await listMessages(maria, id)).map(({ body }) => body)).toEqual([ANSWER, typed]);
});

it('what was written about a request that is over meanwhile can still be copied', async () => {
  const { id, path } = await makeRequest(maria);
  const page = await ana.get(path);
  await maria.send('PUT', `/requests/${id}/withdrawal`);
  const late = await ana.post(path, { ...hiddenFields(page, 'answer'), mensagem: ANSWER });
  expect(late.status).toBe(409);
  expect(late.text).toContain(`<p class="words">${ANSWER}</p>`);
});

it.each([
  ['to send', '', 'Escreva pelo menos'],
  ['to keep', '/rascunho', '«resposta.pdf» não é de um tipo aceite'],
])(
  'what a clerk wants %s by then and may not leads to no field, since none is there',
  async (_what, place, issue) => {
    const { id, path } = await makeRequest(maria);
    const page = await ana.get(path);
    await maria.send('PUT', `/requests/${id}/withdrawal`);
    const ficheiros = new File(['MZ program'], 'resposta.pdf');
    const late = await ana.post(path + place, {
      ...hiddenFields(page, 'answer'),
      mensagem: 'curto',
      ficheiros,
    });
    expect(late.text).toContain(`<li>${issue}`);
    expect(late.text).not.toContain('href="#answer-');
  },
);

it.each(['curto', ANSWER])(
  '«%s», sent after the request has changed, is not sent, and the change is told',
  async (mensagem) => {
    const { id, path } = await makeRequest(maria);
    const page = await ana.get(path);
    await sendReply(maria, id, { purpose: 'correction', body: 'A nota é de setembro.' });
    const late = await ana.post(path, { ...hiddenFields(page, 'answer'), mensagem });
    expect(late.text).toContain('<li>Nada foi enviado: entretanto, houve uma mudança.');
  },
);

it('so can the note of a forwarding that is not done, which is said to be internal', async () => {
  const { id, path } = await makeRequest(maria);
  const page = await ana.get(path);
  await maria.send('PUT', `/requests/${id}/withdrawal`);
  const said = { mensagem: ANSWER, servico: 'Évora', nota: 'É convosco.' };
  const late = await ana.post(path, { ...hiddenFields(page, 'forward'), ...said });
  expect(late.status).toBe(409);
  expect(late.text).toContain(`${ANSWER}\n\nServiço: Évora\n\nNota interna: É convosco.</p>`);
});

it.each([
  ['ask', 'responder à pergunta'],
  ['answer', 'perguntar sobre a resposta'],
])(
  'a clerk who chose to %s reads what the citizen can no longer do once it is closed',
  async (action, what) => {
    const { path } = await makeRequest(maria);
    await decide(ana, path, action);
    const { text } = await ana.get(path);
    expect(/já só se pode ler, e o requerente já não pode ([^.]+)/.exec(text)?.[1]).toBe(what);
  },
);

it('a form that is posted twice is done once, by whom the record says', async () => {
  const { id, path } = await makeRequest(maria);
  const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: ANSWER };
  const pages = [await ana.post(path, fields), await ana.post(path, fields)];
  expect(pages.map(({ status }) => status)).toEqual([200, 200]);
  expect(await listMessages(maria, id)).toHaveLength(1);
  const acts = office.context.db
    .selectFrom('officeActs')
    .select(['action', 'doneBy'])
    .where('requestId', '=', id);
  expect(await acts.execute()).toEqual([{ action: 'answer', doneBy: 'clerk ana' }]);
});

it('a form that names a file of the draft and is posted again after it was sent leads to what was sent', async () => {
  const { id, path } = await makeRequest(maria);
  const form = hiddenFields(await ana.get(path), 'answer');
  const file = new File([new Uint8Array(pdf('Resposta'))], 'Resposta.pdf');
  const draft = await ana.post(`${path}/rascunho`, { ...form, mensagem: ANSWER, ficheiros: file });
  const guardados = keptFileOf(draft);
  const fields = { ...hiddenFields(draft, 'answer'), mensagem: ANSWER, guardados };
  const pages = [await ana.post(path, fields), await ana.post(path, fields)];
  expect(pages.map(({ status }) => status)).toEqual([200, 200]);
  expect(pages[1]?.text).toContain('Resposta enviada a Maria Exemplo.');
  const other = await ana.post(path, { ...fields, mensagem: 'Outra resposta, por extenso.' });
  expect([other.status, other.text.includes('Outra resposta, por extenso.</textarea>')]).toEqual([409, true]);
  const messages = await listMessages(maria, id);
  expect(messages.map(({ attachments }) => attachments.map(({ name }) => name))).toEqual([['Resposta.pdf']]);
});
