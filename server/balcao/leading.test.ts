import { beforeEach, expect, it } from 'vitest';
import type { Browser } from '../../contract/conformance/subject.ts';
import { MARIA_ID } from '../../domain/simulator.ts';
import { countFigures } from '../figures/count-figures.ts';
import { addService, putClerkInto } from '../services/services.ts';
import { type ClerkBrowser, type ClerkPage, fieldsOf, referencesOf } from '../testing/clerk-browser.ts';
import { decide, makeRequest, setUpOffice } from '../testing/office-world.ts';

const TOPIC = {
  status: 'known' as const,
  version: '2026-11',
  lifeEvent: { id: 'payments', label: 'Pagamentos' },
  subject: { id: 'ibanChange', label: 'Alteração de IBAN' },
  reason: { id: 'clarifyMySituation', label: 'Esclarecer dúvidas sobre a minha situação' },
};

const office = await setUpOffice();
const { context } = office;
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
});

const waitingIn = ({ text }: ClerkPage) => Number(/Por responder<\/dt><dd>(\d+)</.exec(text)?.[1]);

it('whoever leads sees the figures, in tables that can be downloaded, with nobody’s name; no other clerk does', async () => {
  const { path } = await makeRequest(maria, { kind: 'complaint' });
  await decide(ana, path, 'answer');
  const rui = await office.openSupervisorsDesk('rui');
  await context.db.deleteFrom('officeFiguresCounted').execute();
  expect((await rui.get('/balcao/numeros')).text).toContain('Ainda não há números');
  await countFigures(context);
  const page = await rui.get('/balcao/numeros');
  for (const caption of ['Por semana', 'Por tipo', 'Por serviço', 'Por tema'])
    expect(page.text).toMatch(new RegExp(`<caption[^>]*>${caption}</caption>`));
  expect(page.text).toContain('Reclamação');
  // Those without an answer yet are counted in neither half.
  expect(page.text).toMatch(/dias? út(il|eis) ou menos em metade dos respondidos, \d+ dias? /);
  const files = [...page.text.matchAll(/href="(\/balcao\/numeros\/[^"]+\.csv)"/g)].map(
    ([, file = '']) => file,
  );
  expect(files).toHaveLength(5);
  for (const file of files) {
    const { status, headers, text } = await rui.get(file);
    expect([status, headers.get('Content-Type')]).toEqual([200, 'text/csv; charset=utf-8']);
    expect(headers.get('Content-Disposition')).toBe(`attachment; filename="${file.split('/').at(-1)}"`);
    expect(text.split('\r\n').length).toBeGreaterThan(2);
    expect(page.text + text).not.toMatch(/Maria|EC-\d|nota de cobrança/);
  }
  expect((await rui.get('/balcao/numeros/por-pessoa.csv')).status).toBe(404);
  for (const address of ['/balcao/numeros', ...files]) expect((await ana.get(address)).status).toBe(404);
  expect((await ana.get('/balcao')).text).not.toContain('/balcao/numeros');
});

it('topics that people make up are one row, Outro tema, in the figures and in each file, and none of their words stands there', async () => {
  const other = { id: 'madeUp', label: 'Telefone já para o 760 000 000' };
  const asked = await makeRequest(maria);
  for (let nth = 1; nth <= 41; nth += 1)
    await makeRequest(maria, { topic: { ...TOPIC, subject: { ...other, id: `${other.id}${nth}` } } });
  await makeRequest(maria, { topic: { ...TOPIC, subject: { ...TOPIC.subject, label: other.label } } });
  const rui = await office.openSupervisorsDesk('rui');
  await countFigures(context);
  const page = await rui.get('/balcao/numeros');
  expect(page.text.match(/Outro tema<\/th><td>41</g)).toHaveLength(1);
  const csv = await rui.get('/balcao/numeros/por-tema.csv');
  expect(csv.text.match(/^Outro tema;41;/gm)).toHaveLength(1);
  const cells = await rui.get('/balcao/numeros/por-semana-tema-e-servico.csv');
  expect(cells.text.match(/;Outro tema;/g)).toHaveLength(1);
  const list = await ana.get('/balcao');
  const { text } = await ana.get(asked.path);
  for (const shown of [page.text, csv.text, cells.text, list.text, text])
    expect(shown).not.toMatch(/madeUp|760 000/);
});

it('complaints have a list of their own, the oldest due date first, in which each says how much of its fifteen days has passed', async () => {
  const { path: late } = await makeRequest(maria, { kind: 'complaint' });
  office.clocks.moveOffice(16);
  const { path: early } = await makeRequest(maria, { kind: 'complaint' });
  // This request is no complaint: only its description says so.
  await makeRequest(maria, { description: '"kind":"complaint", diz o formulário.' });
  const { path: asked } = await makeRequest(maria, { kind: 'complaint' });
  await decide(ana, asked, 'ask');
  office.clocks.moveOffice(4);
  const page = await ana.get('/balcao/reclamacoes');
  const [first = '', second = ''] = [late, early].map((path) => path.split('/').at(-1));
  const complaints = referencesOf(page).filter((reference) => [first, second].includes(reference));
  expect(complaints).toEqual([first, second]);
  expect(page.text).toContain('Passaram 15 de 15 dias úteis');
  expect(page.text).toContain('Passaram 4 de 15 dias úteis');
  expect(page.text).toContain('resposta em 15 dias úteis, e não em 10');
  const stories = await context.db
    .selectFrom('requests')
    .select(['reference', 'request', 'state'])
    .where('state', 'in', ['registered', 'inReview', 'forwarded'])
    .orderBy('dueOn')
    .orderBy('reference')
    .execute();
  const known = stories
    .filter(({ request }) => request.kind === 'complaint')
    .map(({ reference }) => reference);
  expect(referencesOf(page)).toEqual(known);
  expect(page.text).toMatch(new RegExp(`Por responder</dt><dd>${known.length}</dd>`));
  expect(page.text).toMatch(
    /À espera do requerente<\/dt><dd>[1-9]\d* <a href="\/balcao\?vista=a-espera-do-requerente&amp;tipo=reclamacao">Ver na lista/,
  );
});

it('the figures are counted by the service that has the request now, and a clerk sees the complaints of theirs alone', async () => {
  const { db } = context;
  await addService(db, { id: 'geral', name: 'Atendimento geral' });
  await addService(db, { id: 'familia', name: 'Prestações familiares' });
  await putClerkInto(db, 'geral', 'ana');
  const { path, id } = await makeRequest(maria, { kind: 'complaint' });
  const reference = path.split('/').at(-1) ?? '';
  const before = await ana.get('/balcao/reclamacoes');
  expect(referencesOf(before)).toContain(reference);
  await db
    .insertInto('assignments')
    .values({ citizenId: MARIA_ID, requestId: id, service: 'familia' })
    .execute();
  const after = await ana.get('/balcao/reclamacoes');
  expect(referencesOf(after)).not.toContain(reference);
  expect(waitingIn(after)).toBe(waitingIn(before) - 1);
  const rui = await office.openSupervisorsDesk('rui');
  expect(referencesOf(await rui.get('/balcao/reclamacoes'))).toContain(reference);
  await countFigures(context);
  const { text } = await rui.get('/balcao/numeros/por-servico.csv');
  expect(text).toMatch(/\r\nPrestações familiares;1;0;1;0;/);
  expect(text).toMatch(/\r\nAtendimento geral;\d+;/);
});

it('a complaint of somebody who typed the character 0 stands in the list too', async () => {
  const { path } = await makeRequest(maria, {
    kind: 'complaint',
    description: 'Uma queixa \u{0} com um zero.',
  });
  expect(referencesOf(await ana.get('/balcao/reclamacoes'))).toContain(path.split('/').at(-1));
});

it('a clerk chooses of what to be told by mail, and is asked for an address that is one', async () => {
  expect((await ana.get('/balcao/avisos')).text).not.toContain('checked');
  const refused = await ana.post('/balcao/avisos', { novos: 'sim', endereco: 'ana' });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('Escreva um endereço de correio eletrónico');
  expect(refused.text).toContain('value="ana"');
  const kept = await ana.post('/balcao/avisos', { novos: 'sim', endereco: ' balcao@exemplo.pt ' });
  expect(kept.text).toContain('Os avisos vão para balcao@exemplo.pt.');
  expect(kept.text.match(/checked/g)).toHaveLength(1);
  const ended = await ana.post('/balcao/avisos', { endereco: '' });
  expect(ended.text).toContain('Não recebe avisos.');
  expect(ended.text).not.toContain('balcao@exemplo.pt');
});

it.each(['ana\u0000@exemplo.pt', 'ana@[127.0.0.1]'])(
  '%j is no address, also of a clerk who wants no mail',
  async (endereco) => {
    for (const wishes of [{ novos: 'sim' }, {}])
      expect((await ana.post('/balcao/avisos', { ...wishes, endereco })).status).toBe(422);
  },
);

it('an address that is written while its clerk signs out in another tab is there to be saved once they have signed in', async () => {
  await ana.post('/balcao/sair', {});
  const typed = { novos: 'sim', endereco: 'balcao@exemplo.pt', quem: 'ana' };
  const ended = await ana.post('/balcao/avisos', typed);
  expect([ended.status, ended.text.includes('value="balcao@exemplo.pt"')]).toEqual([401, true]);
  await office.signInThere(ana, 'ana');
  const again = await ana.post('/balcao/avisos', { ...typed, ...fieldsOf(ended, '/balcao/avisos') });
  expect(again.text).toContain('Os avisos vão para balcao@exemplo.pt.');
});
