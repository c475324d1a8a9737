import { randomBytes, randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { type Browser, ORIGIN, pdf } from '../../contract/conformance/subject.ts';
import { removeClerk } from '../clerks/clerks.ts';
import { createSeal } from '../seal.ts';
import { addService, leadTopic, putClerkInto, takeClerkOutOf } from '../services/services.ts';
import { createSite } from '../site.ts';
import {
  type ClerkBrowser,
  type ClerkPage,
  fieldsOf,
  hiddenFields,
  keepDraft,
  openClerkBrowser,
} from '../testing/clerk-browser.ts';
import { ANSWER, CHILD_BENEFIT, makeRequest, setUpOffice } from '../testing/office-world.ts';

const HALF_AN_HOUR_MS = 31 * 60_000;
const FOUR_DAYS_MS = 4 * 86_400_000;
const PLACES = ['', '/rascunho', '/resposta-guardada'];
const NOT_KEPT = 'Nada foi enviado, nem guardado.';

const office = await setUpOffice();
const { context } = office;
let maria: Browser;
let ana: ClerkBrowser;
/** A request of Ana's service, one of Rui's, and one that nobody has made. */
let path: string;
let ofRui: string;
const NOWHERE = '/balcao/pedidos/EC-2026-9999999';
/** The form of Ana's page, as she posts it. */
let form: Record<string, string | File>;

beforeEach(async () => {
  const { db } = context;
  await addService(db, { id: 'geral', name: 'Atendimento geral' });
  await addService(db, { id: 'familia', name: 'Prestações familiares' });
  await putClerkInto(db, 'geral', 'ana');
  await putClerkInto(db, 'familia', 'rui');
  await leadTopic(db, 'childBenefit', 'familia');
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
  ({ path } = await makeRequest(maria));
  ({ path: ofRui } = await makeRequest(maria, { topic: CHILD_BENEFIT }));
  form = await formOf(ana, path);
});

async function formOf(clerk: ClerkBrowser, of: string): Promise<Record<string, string | File>> {
  const ficheiros = new File([new Uint8Array(pdf('x'))], 'Nota.pdf');
  return { ...hiddenFields(await clerk.get(of), 'answer'), mensagem: ANSWER, ficheiros };
}

async function listKept() {
  return [
    await context.db.selectFrom('officeUnsent').select('userName').execute(),
    await context.db.selectFrom('officeUploads').select('id').execute(),
  ];
}

/** Says that nothing is kept, that the words can be copied, and that nobody is signed in. */
async function expectLost({ status, text }: ClerkPage): Promise<void> {
  expect([status, text.includes(NOT_KEPT), text.includes(ANSWER)]).toEqual([401, true, true]);
  for (const words of ['Ana Exemplo', 'Terminar sessão', '<nav']) expect(text).not.toContain(words);
  expect(await listKept()).toEqual([[], []]);
}

/** What an answer says beside the reference that was asked for. */
const without = (of: string, { address, status, text }: ClerkPage) =>
  [status, address, text].map((each) => String(each).replaceAll(of.split('/').at(-1) ?? '', '…'));

it.each(PLACES)(
  'without the mark that a living session was given nothing is kept at «%s», and every request is answered the same',
  async (place) => {
    office.clocks.advance(HALF_AN_HOUR_MS);
    const recorded = await context.db.selectFrom('officeRecord').select('id').execute();
    for (const marca of ['', 'a'.repeat(64), '€'.repeat(64)]) {
      const answers: string[][] = [];
      for (const of of [path, ofRui, NOWHERE]) {
        const answer = await ana.post(of + place, { ...form, marca });
        await expectLost(answer);
        answers.push(without(of, answer));
      }
      expect(answers[1]).toEqual(answers[0]);
      expect(answers[2]).toEqual(answers[0]);
    }
    expect(await context.db.selectFrom('officeRecord').select('id').execute()).toEqual(recorded);
  },
);

it('nothing else that is asked or posted after the end tells which requests are there', async () => {
  const others = fieldsOf(await ana.get(path), `${path}/de-quem`);
  office.clocks.advance(HALF_AN_HOUR_MS);
  const answersFor = async (of: string) => [
    await ana.get(of),
    await ana.get(`${of}?ver=${randomUUID()}&outros=sim`),
    await ana.get(`${of}/ficheiros/${randomUUID()}`),
    await ana.post(`${of}/niss`, { de: 'requester' }),
    await ana.post(`${of}/de-quem`, others),
    await ana.post(`${of}/desfazer`, { formulario: randomUUID() }),
  ];
  const here = (await answersFor(path)).map((each) => without(path, each));
  expect((await answersFor(ofRui)).map((each) => without(ofRui, each))).toEqual(here);
  expect((await answersFor(NOWHERE)).map((each) => without(NOWHERE, each))).toEqual(here);
  for (const [, address] of here) expect(address).toBe('/balcao/entrar?pedido=…');
});

it('the mark of one request keeps nothing at another, in reach or not', async () => {
  const { path: another } = await makeRequest(maria);
  office.clocks.advance(HALF_AN_HOUR_MS);
  for (const of of [another, ofRui, NOWHERE]) await expectLost(await ana.post(of, form));
});

it('the mark of a colleague, or of another session of the same clerk, keeps nothing', async () => {
  await putClerkInto(context.db, 'geral', 'rui');
  const { marca: ofColleague = '' } = await formOf(await office.openDesk('rui'), path);
  const { marca: ofOtherDesk = '' } = await formOf(await office.openDesk('ana'), path);
  office.clocks.advance(HALF_AN_HOUR_MS);
  for (const marca of [ofColleague, ofOtherDesk])
    await expectLost(await ana.post(path, { ...form, marca, quem: '' }));
});

it('a colleague’s text with which a clerk goes on at the end of their session is kept for them', async () => {
  await putClerkInto(context.db, 'geral', 'rui');
  await keepDraft(await office.openDesk('rui'), path, 'answer', { mensagem: ANSWER });
  const taken = fieldsOf(await ana.get(path), `${path}/rascunho`);
  office.clocks.advance(HALF_AN_HOUR_MS);
  const ended = await ana.post(`${path}/rascunho`, taken);
  expect(ended.text).toContain('O que escreveu ficou guardado');
  const back = await office.openDesk('ana');
  expect((await back.get(path)).text).toContain(`${ANSWER}</textarea>`);
});

it('words about a request that their clerk may not read any more are there to be copied, on a page that names nobody', async () => {
  await takeClerkOutOf(context.db, 'geral', 'ana');
  office.clocks.advance(HALF_AN_HOUR_MS);
  await expectLost(await ana.post(path, form));
});

it('four days after it began a session keeps nothing more, also where the night has not deleted it', async () => {
  office.clocks.advance(FOUR_DAYS_MS);
  await expectLost(await ana.post(path, form));
});

it('a clerk who is removed keeps nothing, also where another one gets their user name', async () => {
  office.clocks.advance(HALF_AN_HOUR_MS);
  const clerk = await context.db.selectFrom('clerks').selectAll().where('userName', '=', 'ana').execute();
  await removeClerk(context.db, 'ana');
  await expectLost(await ana.post(path, form));
  await context.db.insertInto('clerks').values(clerk).execute();
  await putClerkInto(context.db, 'geral', 'ana');
  await expectLost(await ana.post(path, form));
});

it('a page of before the secret was rotated keeps its words in a living session, and has them copied after its end', async () => {
  const rotated = openClerkBrowser(createSite({ ...context, seal: createSeal(randomBytes(32)) }));
  for (const [name, set] of ana.jar) rotated.jar.set(name, set);
  const from = { Origin: ORIGIN, Accept: 'application/json' };
  expect((await rotated.post(`${path}/rascunho`, form, from)).status).toBe(204);
  await context.db.deleteFrom('officeUnsent').execute();
  await context.db.deleteFrom('officeUploads').execute();
  office.clocks.advance(HALF_AN_HOUR_MS);
  await expectLost(await rotated.post(path, form));
});
