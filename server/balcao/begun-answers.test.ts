import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { type Browser, ORIGIN } from '../../contract/conformance/subject.ts';
import { keepReply } from '../saved-replies/saved-replies.ts';
import { type ClerkBrowser, type ClerkPage, fieldsOf } from '../testing/clerk-browser.ts';
import {
  ANSWER,
  CHILD_BENEFIT,
  decide,
  listMessages,
  makeRequest,
  setUpOffice,
} from '../testing/office-world.ts';

const office = await setUpOffice();
const { clocks, context } = office;
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
  await keepReply(context.db, {
    id: randomUUID(),
    title: 'Mudar o IBAN',
    body: '{nome}, sobre {tema}: mude-o na Segurança Social Direta.',
    topic: 'childBenefit',
    kind: null,
    owner: null,
    beginsAnswer: true,
  });
});

const FILLED =
  'Maria Exemplo, sobre «Abono de família para crianças e jovens»: mude-o na Segurança Social Direta.';
const READING_MS = 1000;
const ask = () => makeRequest(maria, { topic: CHILD_BENEFIT });
/** Returns what the first text field of the page holds. */
const textOf = ({ text }: ClerkPage) => text.match(/<textarea[^>]*>([^<]*)</)?.[1];
const read = async (path: string, by = ana) => {
  const page = await by.get(path);
  return { page, typed: { ...fieldsOf(page, path), mensagem: textOf(page) ?? '' } };
};
const bodiesOf = async (id: string) => (await listMessages(maria, id)).map(({ body }) => body);
const kept = () => context.db.selectFrom('officeUnsent').select('words').execute();

it('a saved reply that begins answers stands in the field, filled in, and is sent with one press once it could be read', async () => {
  const requests = [await ask(), await ask()];
  let presses = 0;
  for (const { id, path } of requests) {
    const { page, typed } = await read(path);
    expect([textOf(page), page.text]).toEqual([
      FILLED,
      expect.stringContaining('O texto é a resposta guardada «Mudar o IBAN».'),
    ]);
    expect(page.text).not.toContain('Pôr no texto «Mudar o IBAN»');
    clocks.advance(READING_MS);
    presses += 1;
    await ana.post(path, typed);
    expect(await bodiesOf(id)).toEqual([FILLED]);
  }
  expect(presses / requests.length).toBe(1);
  expect(textOf((await read(requests[0]?.path ?? '')).page)).toBe('');
});

it('what an answer begins with is not sent by a second press that lands on the page of the next request', async () => {
  const requests = [await ask(), await ask()];
  const [first, second] = requests.map(({ path }) => path);
  const { typed } = await read(first ?? '');
  clocks.advance(READING_MS);
  const next = await ana.post(first ?? '', { ...typed, seguinte: '1' });
  expect(textOf(next)).toBe(FILLED);
  const again = { ...fieldsOf(next, second ?? ''), mensagem: FILLED };
  clocks.advance(READING_MS / 2);
  const refused = await ana.post(second ?? '', again);
  expect([refused.status, textOf(refused)]).toEqual([422, FILLED]);
  expect(refused.text).toContain('Leia o texto antes de o enviar');
  expect(await bodiesOf(requests[1]?.id ?? '')).toEqual([]);
  clocks.advance(READING_MS);
  await ana.post(second ?? '', { ...fieldsOf(refused, second ?? ''), mensagem: FILLED });
  expect(await bodiesOf(requests[1]?.id ?? '')).toEqual([FILLED]);
});

it.each([
  ['half-written', null],
  ['stopped', 'changed'],
] as const)(
  'neither is the clerk’s own %s text, which is sent once it could be read',
  async (_what, stopped) => {
    const requests = [await ask(), await ask()];
    const [first, second] = requests.map(({ path }) => path);
    const begun = { ...(await read(second ?? '')).typed, mensagem: ANSWER };
    await ana.post(`${second}/rascunho`, begun);
    await context.db.updateTable('officeUnsent').set({ stopped }).execute();
    const { typed } = await read(first ?? '');
    clocks.advance(READING_MS);
    const next = await ana.post(first ?? '', { ...typed, seguinte: '1' });
    expect(textOf(next)).toBe(ANSWER);
    const refused = await ana.post(second ?? '', { ...fieldsOf(next, second ?? ''), mensagem: ANSWER });
    expect([refused.status, textOf(refused)]).toEqual([422, ANSWER]);
    expect(refused.text.includes('Leia o que mudou e envie de novo.')).toBe(stopped !== null);
    expect(await bodiesOf(requests[1]?.id ?? '')).toEqual([]);
    clocks.advance(READING_MS);
    await ana.post(second ?? '', { ...fieldsOf(refused, second ?? ''), mensagem: ANSWER });
    expect(await bodiesOf(requests[1]?.id ?? '')).toEqual([ANSWER]);
  },
);

it('a saved reply that a clerk has put into the text themselves is their draft, also once they keep it again', async () => {
  const { path } = await ask();
  const rui = await office.openDesk('rui');
  await rui.post(`${path}/rascunho`, { ...(await read(path, rui)).typed, mensagem: ANSWER });
  const { typed } = await read(path);
  const found = await ana.post(`${path}/resposta-guardada`, { ...typed, procurada: 'IBAN' });
  const reply = /name="por" value="([^"]+)"[^>]*>Pôr no texto «Mudar o IBAN»/.exec(found.text)?.[1] ?? '';
  await ana.post(`${path}/resposta-guardada`, {
    ...typed,
    ...fieldsOf(found, path),
    procurada: '',
    por: reply,
  });
  const again = await read(path);
  expect(textOf(again.page)).toBe(FILLED);
  await ana.post(`${path}/rascunho`, again.typed);
  expect(textOf((await read(path)).page)).toBe(FILLED);
});

it('what an answer begins with is no draft until it is changed, and is taken out without a word that was typed', async () => {
  const { path } = await ask();
  const { typed } = await read(path);
  await ana.post(`${path}/rascunho`, typed);
  expect(await kept()).toEqual([]);
  const byScript = { Origin: ORIGIN, Accept: 'application/json' };
  await ana.post(`${path}/rascunho`, { ...typed, mensagem: `Bom dia.\n\n${FILLED}` }, byScript);
  expect(await kept()).toMatchObject([{ words: { body: `Bom dia.\n\n${FILLED}` } }]);
  const out = { ...typed, mensagem: `Bom dia.\r\n\r\n${FILLED}`, retirar: '1' };
  const left = await ana.post(`${path}/resposta-guardada`, out);
  expect(textOf(left)).toBe('Bom dia.');
  const now = { ...typed, ...fieldsOf(left, path), retirar: '1' };
  const empty = await ana.post(`${path}/resposta-guardada`, now);
  expect([textOf(empty), await kept()]).toEqual(['', []]);
});

it('no reply is put where somebody has begun, or where there is an answer, or over what was typed', async () => {
  const { path } = await ask();
  const rui = await office.openDesk('rui');
  const { typed } = await read(path, rui);
  await rui.post(`${path}/rascunho`, { ...typed, mensagem: ANSWER });
  expect(textOf((await read(path)).page)).toBe('');
  expect(textOf((await read(path, rui)).page)).toBe(ANSWER);
  const { path: answered } = await ask();
  await decide(rui, answered, 'answer', { mostrada: '0' });
  expect(textOf((await read(answered)).page)).toBe('');
});
