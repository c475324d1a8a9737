import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Browser, ORIGIN, pdf, sendReply } from '../../contract/conformance/subject.ts';
import { MARIA_ID } from '../../domain/simulator.ts';
import { keepWritten } from '../office/unsent.ts';
import { keepReply } from '../saved-replies/saved-replies.ts';
import { type ClerkBrowser, hiddenFields } from '../testing/clerk-browser.ts';
import { ANSWER, CHILD_BENEFIT, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const OLD = 'A';
const ELSEWHERE = 'noutra página sua há um texto mais recente';
const BY_SCRIPT = { Origin: ORIGIN, Accept: 'application/json' };
const BEGUN = 'Mude-o na Segurança Social Direta.';

const office = await setUpOffice();
let maria: Browser;
let ana: ClerkBrowser;
let id: string;
let path: string;
/** The form of the page that Ana has left open, as it was before she wrote the answer in another page. */
let old: Record<string, string>;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
  ({ id, path } = await makeRequest(maria, { topic: CHILD_BENEFIT }));
  old = hiddenFields(await ana.get(path), 'answer');
});

const nota = () => new File([new Uint8Array(pdf('x'))], 'Nota.pdf');
const formOfNow = async () => hiddenFields(await ana.get(path), 'answer');
const keep = async (fields: Record<string, string | File>) =>
  ana.post(`${path}/rascunho`, { ...(await formOfNow()), ...fields });
const type = (fields: Record<string, string>, mensagem: string) =>
  ana.post(`${path}/rascunho`, { ...fields, mensagem }, BY_SCRIPT);
/** Returns the text and the names of the files of the drafts about the request. */
const listKept = async () =>
  (
    await office.context.db
      .selectFrom('officeUnsent')
      .select(['words', 'files'])
      .where('requestId', '=', id)
      .execute()
  ).map(({ words, files }) => [words.body, ...files.map(({ name }) => name)]);
const WHOLE = [[ANSWER, 'Nota.pdf']];

describe('An answer that a clerk has kept with its file from one page', () => {
  beforeEach(async () => {
    await keep({ mensagem: ANSWER, ficheiros: nota() });
  });

  it.each([OLD, ''])('stays when they type on in an older page, which then holds «%s»', async (mensagem) => {
    expect((await type(old, mensagem)).status).toBe(409);
    expect(await listKept()).toEqual(WHOLE);
  });

  it('stays also when their session has run out meanwhile', async () => {
    office.clocks.advance(31 * 60_000);
    expect((await type(old, OLD)).status).toBe(409);
    const ended = await ana.post(path, { ...old, mensagem: OLD });
    expect([ended.status, ended.text.includes('ficou guardado e está no pedido')]).toEqual([401, false]);
    expect(ended.text).toContain(`<p class="words">${OLD}</p>`);
    expect(await listKept()).toEqual(WHOLE);
  });

  it('stays, and stands in the field, when they seek a saved reply in an older page without a word', async () => {
    const page = await ana.post(`${path}/resposta-guardada`, { ...old, mensagem: '', procurada: 'abono' });
    expect([page.status, page.text.includes(`${ANSWER}</textarea>`)]).toEqual([409, true]);
    expect(page.text).toContain(ELSEWHERE);
    expect(await listKept()).toEqual(WHOLE);
  });

  it('stays when an older page still has the saved reply with which it was begun', async () => {
    const reply = { title: 'Mudar o IBAN', body: BEGUN, topic: 'childBenefit', kind: null, owner: null };
    await keepReply(office.context.db, { ...reply, id: randomUUID(), beginsAnswer: true });
    const begun = { ...old, mostrada: '0', mensagem: BEGUN };
    expect((await ana.post(`${path}/resposta-guardada`, { ...begun, procurada: 'abono' })).status).toBe(409);
    expect((await type(begun, BEGUN)).status).toBe(409);
    expect(await listKept()).toEqual(WHOLE);
  });

  it.each([
    ['keep another', '/rascunho'],
    ['send another', ''],
  ])(
    'is shown beside what they wrote in an older page when they %s, and a second press goes on',
    async (_what, place) => {
      const typed = { mensagem: 'Outra resposta, por extenso.', ficheiros: nota() };
      const page = await ana.post(path + place, { ...old, ...typed });
      expect(page.status).toBe(409);
      for (const words of [`${typed.mensagem}</textarea>`, `<p class="words">${ANSWER}</p>`, ELSEWHERE])
        expect(page.text).toContain(words);
      expect(page.text).toContain('Escolha outra vez os ficheiros');
      expect([await listKept(), await listMessages(maria, id)]).toEqual([WHOLE, []]);
      const again = await ana.post(path + place, { ...hiddenFields(page, 'answer'), ...typed });
      expect(again.status).toBe(200);
      const sent = (await listMessages(maria, id)).map(({ body }) => [body, 'Nota.pdf']);
      expect([...(await listKept()), ...sent]).toEqual([[typed.mensagem, 'Nota.pdf']]);
    },
  );

  it('can be copied beside what they wrote in an older page where the request is over meanwhile', async () => {
    await maria.send('PUT', `/requests/${id}/withdrawal`);
    const { text } = await ana.post(path, { ...old, mensagem: OLD });
    for (const words of [OLD, ANSWER]) expect(text).toContain(`<p class="words">${words}</p>`);
  });

  it('stays where an older page is too late for a change, of which they are told too', async () => {
    await sendReply(maria, id, { purpose: 'correction', body: 'A nota é de setembro.' });
    const page = await ana.post(path, { ...old, mensagem: 'Outra resposta, por extenso.' });
    expect([page.status, page.text]).toEqual([409, expect.stringContaining('entretanto, houve uma mudança')]);
    expect(page.text).toContain(ELSEWHERE);
    expect(await listKept()).toEqual(WHOLE);
  });
});

it('a page goes on keeping what is typed in it, with the file that it shows, and emptied it leaves nothing', async () => {
  expect([(await type(old, OLD)).status, (await type(old, ANSWER)).status]).toEqual([204, 204]);
  expect(await listKept()).toEqual([[ANSWER]]);
  const form = await formOfNow();
  expect([(await type(form, OLD)).status, (await type(form, '')).status]).toEqual([204, 204]);
  expect(await listKept()).toEqual([]);
  expect((await type(old, ANSWER)).status).toBe(204);
});

it('of ten pages in which a clerk types at once one keeps it, and each other knows that it has not', async () => {
  const texts = Array.from({ length: 10 }, (_, count) => `${ANSWER} ${count}`);
  const about = { userName: 'ana', reference: path.split('/').at(-1) ?? '', ofService: '' } as const;
  const kept = await Promise.all(
    texts.map((body) =>
      keepWritten(
        office.context,
        { citizenId: MARIA_ID, id },
        { ...about, action: 'answer', words: { body, otherOffice: '', service: '', note: '' }, files: [] },
        { key: randomUUID(), seenDraft: '', wantsPage: false },
      ),
    ),
  );
  expect(kept.filter((each) => each === 'elsewhere')).toHaveLength(9);
  expect(await listKept()).toEqual([[texts[kept.indexOf('kept')]]]);
});

it('the file that a button has kept stays when what was typed just before arrives last', async () => {
  await ana.post(`${path}/rascunho`, { ...old, mensagem: ANSWER, ficheiros: nota() });
  expect((await type(old, ANSWER)).status).toBe(409);
  expect(await listKept()).toEqual(WHOLE);
});

it('whoever presses twice to keep an answer with its file is shown it once, and told of no other page', async () => {
  const fields = { ...old, mensagem: ANSWER, ficheiros: nota() };
  for (const page of [await ana.post(`${path}/rascunho`, fields), await ana.post(`${path}/rascunho`, fields)])
    expect([page.status, page.text.includes(ELSEWHERE)]).toEqual([200, false]);
  expect(await listKept()).toEqual(WHOLE);
});
