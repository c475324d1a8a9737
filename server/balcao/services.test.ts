import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { type Browser, pdf, readRequest, uploaded } from '../../contract/conformance/subject.ts';
import { setSupervisor } from '../clerks/clerks.ts';
import { addService, leadTopic, putClerkInto } from '../services/services.ts';
import { type ClerkBrowser, type ClerkPage, hiddenFields } from '../testing/clerk-browser.ts';
import {
  ANSWER,
  CHILD_BENEFIT,
  decide,
  listMessages,
  makeRequest,
  setUpOffice,
} from '../testing/office-world.ts';

const office = await setUpOffice();
const { context } = office;
let maria: Browser;
let ana: ClerkBrowser;
let rui: ClerkBrowser;

/** Ana answers what is general, Rui what concerns the family. */
beforeEach(async () => {
  const { db } = context;
  await addService(db, { id: 'geral', name: 'Atendimento geral' });
  await addService(db, { id: 'familia', name: 'Prestações familiares' });
  await putClerkInto(db, 'geral', 'ana');
  await putClerkInto(db, 'familia', 'rui');
  await leadTopic(db, 'childBenefit', 'familia');
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
  rui = await office.openDesk('rui');
});

function recordOf(reference: string) {
  return context.db
    .selectFrom('officeRecord')
    .select(['who', 'what'])
    .where('reference', '=', reference)
    .orderBy('id')
    .execute();
}

it('a clerk of another service tries every address of a request: each is not found, and in the record', async () => {
  const file = await uploaded(maria, pdf('fatura'));
  const { id, path } = await makeRequest(maria, { topic: CHILD_BENEFIT, attachments: [file] });
  const reference = path.split('/').at(-1) ?? '';
  expect((await ana.get('/balcao')).text).not.toContain(reference);
  expect((await rui.get('/balcao')).text).toContain(reference);
  const forms = hiddenFields(await rui.get(path), 'answer');
  const tries = [
    await ana.get(path),
    await ana.get(`${path}/ficheiros/${file.id}`),
    await ana.post(`${path}/niss`, { de: 'requester' }),
    await ana.post(`${path}/de-quem`, { para: 'ana', visto: '' }),
    await ana.post(`${path}/notas`, { formulario: randomUUID(), nota: 'Uma nota.' }),
    await ana.post(path, { ...forms, mensagem: ANSWER }),
  ];
  for (const { status, text } of tries) {
    expect(status).toBe(404);
    expect(text).not.toContain('nota de cobrança');
  }
  const refused = (await recordOf(reference)).filter(({ who }) => who === 'clerk ana');
  expect(refused).toEqual(tries.map(() => ({ who: 'clerk ana', what: 'requestRefused' })));
  expect((await readRequest(maria, id)).state).toBe('registered');
});

it('what is written about a request that a colleague has meanwhile given to another service is not lost: its words are on the page', async () => {
  const { id, path } = await makeRequest(maria);
  const page = await ana.get(path);
  await decide(ana, path, 'forward', { destino: 'familia', nota: 'É convosco.' });
  const said = { mensagem: 'A minha resposta.', servico: 'Évora', nota: 'Falem com o Rui.' };
  const late = await ana.post(path, { ...hiddenFields(page, 'forward'), ...said });
  expect(late.status).toBe(404);
  for (const words of Object.values(said)) expect(late.text).toContain(words);
  expect(await listMessages(maria, id)).toHaveLength(1);
});

it('a request that is forwarded is read at its new service, with the note, and by the sender no more', async () => {
  const { id, path } = await makeRequest(maria);
  const sent = await decide(ana, path, 'forward', { destino: 'familia', nota: 'É convosco.' });
  expect(sent.text).toContain('Foi encaminhado para outro serviço.');
  expect((await ana.get(path)).status).toBe(404);
  expect((await rui.get(path)).text).toMatch(/Notas internas.*É convosco\./s);
  const request = await readRequest(maria, id);
  expect([request.state, request.office.name]).toEqual(['forwarded', 'Prestações familiares']);
});

it('a request about one of another service names that one only to whoever may read it', async () => {
  const { id, path: aboutPath } = await makeRequest(maria, { topic: CHILD_BENEFIT });
  const { path } = await makeRequest(maria, { aboutRequestId: id });
  const reference = aboutPath.split('/').at(-1) ?? '';
  expect((await ana.get(path)).text).not.toContain(reference);
  await putClerkInto(context.db, 'familia', 'ana');
  expect((await ana.get(path)).text).toMatch(
    new RegExp(`<dt>Sobre o pedido</dt><dd><a href="${aboutPath}[^"]*">${reference}</a>`),
  );
});

it('a clerk of no service sees no request; a supervisor sees all of them', async () => {
  const { path } = await makeRequest(maria);
  await context.db.deleteFrom('serviceClerks').where('userName', '=', 'ana').execute();
  expect([(await ana.get(path)).status, (await ana.get('/balcao')).text.includes('pedidos/EC-')]).toEqual([
    404,
    false,
  ]);
  await setSupervisor(context.db, 'ana', true);
  expect((await ana.get(path)).status).toBe(200);
});

it('a supervisor says who works in which service, and nobody else', async () => {
  const path = '/balcao/servicos';
  expect((await ana.get(path)).status).toBe(404);
  expect((await ana.post(`${path}/familia`, { por: 'ana' })).status).toBe(404);
  await setSupervisor(context.db, 'ana', true);
  const blockOf = ({ text }: ClerkPage, name: string) =>
    text.split('<section').find((each) => each.includes(`<h2>${name}`)) ?? '';
  expect(blockOf(await ana.get(path), 'Prestações familiares')).toMatch(
    /Recebe: Abono de família[^<]*\..*Rui Exemplo \(rui\)/s,
  );
  const without = await ana.post(`${path}/familia`, { tirar: 'rui' });
  expect(blockOf(without, 'Prestações familiares')).toContain('Ainda não tem ninguém.');
  const withAna = await ana.post(`${path}/familia`, { por: 'ana' });
  expect(blockOf(withAna, 'Prestações familiares')).toContain('Tirar Ana Exemplo');
  expect((await ana.post(`${path}/familia`, { por: 'ninguem' })).status).toBe(404);
  for (const none of ['nenhum', '%00'])
    expect((await ana.post(`${path}/${none}`, { por: 'rui' })).status).toBe(404);
});
