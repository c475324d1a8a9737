import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { EVERY_OBJECTS_NAMES } from '../contract/conformance/every-objects-names.ts';
import { openBrowser } from '../contract/conformance/subject.ts';
import { hashPeople, keepAccounts } from './accounts/keep-account.ts';
import { readPeople } from './accounts/read-people.ts';
import { createApp } from './app.ts';
import { readConfig } from './config.ts';
import { codeMail, readLanguage } from './mail/texts.ts';
import { findApiCommand, findCommand } from './office-cli/run-command.ts';
import { createPasswordWay } from './sessions/password-way.ts';
import { createSite } from './site.ts';
import type { ClerkBrowser } from './testing/clerk-browser.ts';
import { createMailbox } from './testing/mailbox.ts';
import { openProgram, type Program } from './testing/office/office-subject.ts';
import { prepareOffice } from './testing/office/prepare-office.ts';
import { decide, makeRequest, setUpOffice } from './testing/office-world.ts';
import { readTopics } from './topics/read-topics.ts';

const RITA = {
  niss: '12345678902',
  name: 'Rita Modelo',
  email: 'rita@exemplo.pt',
  password: 'Uma palavra só minha',
};
const folder = mkdtempSync(join(tmpdir(), 'eclic-words-'));
afterAll(() => rmSync(folder, { recursive: true }));

const office = await setUpOffice();
let ana: ClerkBrowser;
let program: Program;
let maria: Awaited<ReturnType<typeof office.signInMaria>>;
let path: string;

beforeEach(async () => {
  ana = await office.openDesk('ana');
  program = openProgram({
    server: createSite(office.context),
    token: (await prepareOffice(office.context, office.clocks)).token,
  });
  maria = await office.signInMaria();
  ({ path } = await makeRequest(maria));
});

type Send = (word: string) => Promise<{ status: number }>;

const actOf = (word: string, body: unknown) =>
  program.send('PUT', `/requests/${path.split('/').at(-1)}/acts/${word}`, { json: body });

/** What only this server is sent and the citizens' contract does not have: forms and addresses of Balcão, and calls of programs of the office. */
const SENT: Record<string, Send> = {
  'an act at Balcão': (word) => decide(ana, path, 'answer', { accao: word }),
  'another office at Balcão': (word) => decide(ana, path, 'forward', { servico: word }),
  'what was seen at Balcão': (word) => decide(ana, path, 'answer', { visto: word }),
  'the key of a form at Balcão': (word) => decide(ana, path, 'answer', { formulario: word }),
  'the name of a field at Balcão': (word) => decide(ana, path, 'review', { [word]: word }),
  'what was done at Balcão': (word) => ana.get(`${path}?feito=${word}`),
  'what is sought at Balcão': (word) => ana.post('/balcao/procurar', { procurar: word }),
  'what was found at Balcão': (word) => ana.get(`/balcao/procurar/${word}?pagina=${word}`),
  'a saved reply at Balcão': (word) =>
    ana.post(`/balcao/respostas/${word}`, { titulo: word, texto: word, tema: word, tipo: word }),
  'a saved reply that is chosen': (word) =>
    ana.post(`${path}/resposta-guardada`, {
      accao: 'answer',
      formulario: randomUUID(),
      visto: '1',
      por: word,
      guardada: word,
    }),
  'who shall have a request': (word) => ana.post(`${path}/de-quem`, { para: word, visto: word }),
  'a service to which it goes': (word) => decide(ana, path, 'forward', { destino: word, servico: word }),
  'a place in the list at Balcão': (word) =>
    ana.get(`/balcao?vista=${word}&tipo=${word}&tema=${word}&de=${word}&ate=${word}&pagina=${word}`),
  'the page of a request at Balcão': (word) => ana.get(`/balcao/pedidos/${word}`),
  'a file at Balcão': (word) => ana.get(`${path}/ficheiros/${word}`),
  'where a sign-in at Balcão leads': (word) => office.openBrowser().get(`/balcao/entrar?pedido=${word}`),
  'a cursor of the office': (word) => program.send('GET', `/news?cursor=${word}&limit=${word}`),
  'a place in the office’s list': (word) => program.send('GET', `/requests?after=${word}`),
  'a reference of the office': (word) => program.send('GET', `/requests/${word}`),
  'the key of an act': (word) => actOf(word, { action: 'review' }),
  'an act of the office': (word) => actOf(randomUUID(), { action: word }),
  'the name of a field of an act': (word) =>
    actOf(randomUUID(), JSON.parse(`{"action":"review",${JSON.stringify(word)}:1}`)),
};

describe('What every object answers to', () => {
  it.each(Object.entries(SENT))('is a word like others where it is sent as %s', async (_place, send) => {
    for (const word of EVERY_OBJECTS_NAMES)
      expect([word, Math.floor((await send(word)).status / 100)]).toEqual([word, expect.toBeOneOf([2, 4])]);
    expect((await ana.get('/balcao')).status).toBe(200);
    expect((await program.send('GET', '/requests')).status).toBe(200);
  });

  it('is no language of mails: whoever signs in with such a browser gets the code, now and later', async () => {
    const mailbox = createMailbox();
    const { context } = office;
    const hashed = await hashPeople(context.hashing, [RITA]);
    await context.db.transaction().execute((tx) => keepAccounts(tx, context.seal, hashed));
    const ways = { password: createPasswordWay(context, mailbox.send), provider: null };
    const subject = { server: createApp({ ...context, ways }), advance() {}, stop: async () => {} };
    for (const word of EVERY_OBJECTS_NAMES) {
      const browser = openBrowser(subject);
      const headers = { 'Accept-Language': word };
      const { niss, password } = RITA;
      const entered = await browser.send('POST', '/session/password', { json: { niss, password }, headers });
      expect([word, entered.status]).toEqual([word, 200]);
      const code = /\b[0-9]{6}\b/.exec(mailbox.last().text)?.[0];
      const opened = await browser.send('POST', '/session/code', { json: { code, shared: false }, headers });
      expect([word, opened.status]).toEqual([word, 200]);
    }
  });

  it('is none of our languages, commands, settings, columns or topics', () => {
    for (const word of EVERY_OBJECTS_NAMES) expectStrange(word);
  });
});

function expectStrange(word: string): void {
  expect(readLanguage(`${word},fr;q=0.5`)).toBe('fr');
  expect(codeMail(readLanguage(word), '123456').text).toContain('123456');
  expect([findCommand(word), findApiCommand(word)]).toEqual([undefined, undefined]);
  expect(readConfig({ SIGN_IN: word })).toEqual([expect.stringMatching(/^SIGN_IN must be/)]);
  expect(readConfig(JSON.parse(`{${JSON.stringify(word)}:"1"}`))).toMatchObject({ port: 4175 });
  expect(readPeople(`niss,name,email,password,${word}\n`)).toEqual({ ok: true, value: [] });
  const file = join(folder, 'topics.json');
  const lifeEvents = [{ id: word, subjects: [{ id: word }] }];
  writeFileSync(file, JSON.stringify({ version: '1', lifeEvents, reasons: [{ id: word }] }));
  expect(readTopics(file)).toBe(`TOPICS_FILE: ${word} needs a label: e-Clic has none for it.`);
}
