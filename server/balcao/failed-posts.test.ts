import { beforeEach, expect, it } from 'vitest';
import { type Browser, ORIGIN, pdf } from '../../contract/conformance/subject.ts';
import { tooManyAtOnce } from '../../contract/problem.ts';
import { Outage } from '../outage.ts';
import { createSite } from '../site.ts';
import {
  type ClerkBrowser,
  type ClerkPage,
  fieldsOf,
  hiddenFields,
  keptFileOf,
  openClerkBrowser,
} from '../testing/clerk-browser.ts';
import { gate } from '../testing/gate.ts';
import { ANSWER, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const AGAIN = 'volte a carregar esta página: tudo o que escreveu e escolheu é enviado de novo';
const OPEN_ANEW = 'Abra o pedido de novo para ver como está';

const office = await setUpOffice();
const { context } = office;
/** How many statements the database still answers before it is away. */
let answered = Number.POSITIVE_INFINITY;
let isBusy = false;
const db = context.db.withPlugin({
  transformQuery({ node }) {
    answered -= 1;
    if (answered < 0) throw new Outage('database', new Error('No route'));
    return node;
  },
  transformResult: async ({ result }) => result,
});
const site = createSite({
  ...context,
  db,
  queues: {
    take: (id, work) => (isBusy ? Promise.reject(tooManyAtOnce()) : context.queues.take(id, work)),
  },
  onBug() {},
});

let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  answered = Number.POSITIVE_INFINITY;
  isBusy = false;
  maria = await office.signInMaria();
  ana = openClerkBrowser(site);
  await office.signInThere(ana, 'ana');
});

interface Posted {
  path: string;
  fields: Record<string, string | File>;
}

const FILE = new File([new Uint8Array(pdf('Resposta'))], 'Resposta.pdf');

/** Posts a form again and again, as a clerk does who loads the page that failed again. Each time the database answers one statement more. */
async function postUntilDone({ path, fields }: Posted): Promise<void> {
  let page: ClerkPage;
  let most = 0;
  do {
    answered = most;
    page = await ana.post(path, fields);
    most += 1;
    if (page.status === 200) continue;
    expect(page.status).toBe(503);
    expect(page.text).toContain(page.address === path ? AGAIN : OPEN_ANEW);
  } while (page.status !== 200);
  answered = Number.POSITIVE_INFINITY;
  expect(most, 'it failed at first').toBeGreaterThan(1);
  expect((await ana.post(path, fields)).status, 'loaded again though it was done').toBe(200);
}

it('an answer and its file, sent again from the page that failed, go once, however far they had come before', async () => {
  const { id, path } = await makeRequest(maria);
  const form = hiddenFields(await ana.get(path), 'answer');
  await postUntilDone({ path, fields: { ...form, mensagem: ANSWER, ficheiros: FILE } });
  const messages = await listMessages(maria, id);
  expect(messages.map(({ body, attachments }) => [body, attachments.length])).toEqual([[ANSWER, 1]]);
});

it('a request is put under review once', async () => {
  const { id, path } = await makeRequest(maria);
  await postUntilDone({ path, fields: hiddenFields(await ana.get(path), 'review') });
  const acts = context.db.selectFrom('officeActs').select('action').where('requestId', '=', id);
  expect(await acts.execute()).toEqual([{ action: 'review' }]);
});

it('a draft keeps its file once, and a saved reply stands in the text once', async () => {
  const { path } = await makeRequest(maria);
  const replies = await ana.get('/balcao/respostas');
  const [replyPath = ''] = /\/balcao\/respostas\/[-0-9a-f]{36}/.exec(replies.text) ?? [];
  const said = { titulo: 'Prazo', texto: 'O prazo são dez dias.', tema: '', tipo: '' };
  await postUntilDone({ path: replyPath, fields: { ...fieldsOf(replies, replyPath), ...said } });
  const form = hiddenFields(await ana.get(path), 'answer');
  await postUntilDone({ path: `${path}/rascunho`, fields: { ...form, mensagem: ANSWER, ficheiros: FILE } });
  const kept = await ana.get(path);
  expect(kept.text.match(/name="guardados"/g)).toHaveLength(1);
  const por = replyPath.split('/').at(-1) ?? '';
  const fields = { ...hiddenFields(kept, 'answer'), mensagem: ANSWER, guardados: keptFileOf(kept), por };
  await postUntilDone({ path: `${path}/resposta-guardada`, fields });
  expect((await ana.get(path)).text.match(/O prazo são dez dias\.<\/textarea>/g)).toHaveLength(1);
  const saved = context.db.selectFrom('savedReplies').select('title');
  expect(await saved.execute()).toEqual([{ title: 'Prazo' }]);
});

it('a note is kept once, and whose a request is stands in the record once', async () => {
  const { id, path } = await makeRequest(maria);
  const page = await ana.get(path);
  const note = { ...fieldsOf(page, `${path}/notas`), nota: 'Falta o recibo.' };
  await postUntilDone({ path: `${path}/notas`, fields: note });
  await postUntilDone({ path: `${path}/de-quem`, fields: fieldsOf(page, `${path}/de-quem`) });
  const notes = context.db.selectFrom('officeNotes').select('body').where('requestId', '=', id);
  expect(await notes.execute()).toEqual([{ body: 'Falta o recibo.' }]);
  const given = context.db.selectFrom('officeRecord').select('about').where('what', '=', 'requestAssigned');
  expect(await given.execute()).toEqual([{ about: 'ana' }]);
});

it('a clerk whose act found no turn is told to load the page again, and it is done then', async () => {
  const { id, path } = await makeRequest(maria);
  const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: ANSWER };
  isBusy = true;
  const failed = await ana.post(path, fields);
  expect([failed.status, failed.text.includes(AGAIN)]).toEqual([429, true]);
  isBusy = false;
  expect((await ana.post(path, fields)).status).toBe(200);
  expect(await listMessages(maria, id)).toHaveLength(1);
});

it('so is a clerk whose other form is still on its way and takes all the room', async () => {
  const { path } = await makeRequest(maria);
  const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: ANSWER };
  const held = gate();
  const body = new ReadableStream(
    {
      async pull(controller) {
        await held.pass();
        controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  const Cookie = [...ana.jar.values()].map((set) => set.split(';')[0]).join('; ');
  const headers = { Cookie, Origin: ORIGIN, 'Content-Type': 'multipart/form-data; boundary=x' };
  const init = { method: 'POST', headers, body, duplex: 'half' };
  const slow = site(new Request(ORIGIN + path, init));
  await held.reached;
  const busy = await ana.post(path, fields);
  expect([busy.status, busy.text.includes('volte a carregar esta página')]).toEqual([429, true]);
  held.open();
  expect((await slow).status).toBe(400);
});
