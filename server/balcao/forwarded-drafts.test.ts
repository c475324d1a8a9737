import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { type Browser, ORIGIN, pdf } from '../../contract/conformance/subject.ts';
import { setSupervisor } from '../clerks/clerks.ts';
import { findByReference } from '../office/read-request.ts';
import { doAct } from '../office-api/do-act.ts';
import { addService, putClerkInto, removeService, takeClerkOutOf } from '../services/services.ts';
import { type ClerkBrowser, hiddenFields, keepDraft, keptFileOf } from '../testing/clerk-browser.ts';
import { ANSWER, decide, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';
import { keepPosted } from './keep-posted.ts';
import { readPostedAct } from './posted-act.ts';
import { requireRequest } from './require-clerk.tsx';

const UNDO_MS = 60_000;
const HALF = 'Isto ainda é um rascunho.';
const FORWARD = { action: 'forward', body: 'Passa a tratar outro serviço.' } as const;

const office = await setUpOffice({ undoMs: UNDO_MS });
const { db } = office.context;
let maria: Browser;
let ana: ClerkBrowser;
let rui: ClerkBrowser;
let id: string;
let path: string;

/** Ana answers what is general, Rui what concerns the family. */
beforeEach(async () => {
  await addService(db, { id: 'geral', name: 'Atendimento geral' });
  await addService(db, { id: 'familia', name: 'Prestações familiares' });
  await putClerkInto(db, 'geral', 'ana');
  await putClerkInto(db, 'familia', 'rui');
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
  rui = await office.openDesk('rui');
  ({ id, path } = await makeRequest(maria));
});

/** A program forwards the request, whatever clerks are doing. */
async function forwardTo(service: string): Promise<void> {
  const found = await findByReference(db, null, path.split('/').at(-1) ?? '');
  if (!found) throw new Error('There is no such request');
  const reader = { who: 'token arquivo', reach: null };
  await doAct(office.context, found, { key: randomUUID(), reader, asked: { ...FORWARD, service } });
}

/** Ana keeps a draft with a file. Returns the file's id. */
async function keepByAna(): Promise<string> {
  const ficheiros = new File([new Uint8Array(pdf('x'))], 'Nota.pdf');
  return keptFileOf(await keepDraft(ana, path, 'answer', { mensagem: HALF, ficheiros }));
}

const whatIsIn = ({ text }: { text: string }) => [HALF, 'Nota.pdf'].filter((each) => text.includes(each));

it('what a clerk has not sent is not read, with its file, at the service to which the request is forwarded', async () => {
  const guardados = await keepByAna();
  await forwardTo('familia');
  const page = await rui.get(path);
  expect([page.status, whatIsIn(page), keptFileOf(page)]).toEqual([200, [], '']);
  expect((await rui.get(`${path}/ficheiros/${guardados}`)).status).toBe(404);
  expect((await rui.get(`${path}?ver=${guardados}`)).text).not.toContain('/balcao/ficheiro/');
  const posted = { ...hiddenFields(page, 'answer'), mensagem: ANSWER, guardados };
  const refused = await rui.post(path, posted);
  expect([refused.status, whatIsIn(refused), keptFileOf(refused)]).toEqual([409, [], '']);
  await office.letTimePass(UNDO_MS);
  expect((await listMessages(maria, id)).flatMap(({ attachments }) => attachments)).toEqual([]);
});

it('it stands before its clerk and their colleagues again once the request comes back', async () => {
  await keepByAna();
  await forwardTo('familia');
  await keepDraft(rui, path, 'answer', { mensagem: 'Do Rui, e ainda por enviar.' });
  await forwardTo('geral');
  const seenByAna = await ana.get(path);
  expect([whatIsIn(seenByAna), seenByAna.text.includes('Do Rui')]).toEqual([[HALF, 'Nota.pdf'], false]);
  await takeClerkOutOf(db, 'familia', 'rui');
  await putClerkInto(db, 'geral', 'rui');
  const seenByRui = await rui.get(path);
  expect([whatIsIn(seenByRui), seenByRui.text.includes('Do Rui, e ainda por enviar.</textarea>')]).toEqual([
    [HALF, 'Nota.pdf'],
    true,
  ]);
});

it('whoever leads reads it wherever the request is, and a clerk of both services their own', async () => {
  await keepByAna();
  await forwardTo('familia');
  await putClerkInto(db, 'familia', 'ana');
  expect(whatIsIn(await ana.get(path))).toEqual([HALF, 'Nota.pdf']);
  expect(whatIsIn(await rui.get(path))).toEqual([]);
  await setSupervisor(db, 'rui', true);
  expect(whatIsIn(await rui.get(path))).toEqual([HALF, 'Nota.pdf']);
});

it('what comes to be kept while the request is just forwarded is not read at the new service either', async () => {
  const clerk = { userName: 'ana', name: 'Ana Exemplo', isSupervisor: false, sessionHash: '' };
  const found = await requireRequest(office.context, clerk, path.split('/').at(-1) ?? '');
  const body = new FormData();
  const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: HALF };
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const posted = await readPostedAct(new Request(ORIGIN, { method: 'POST', body }));
  if (!posted) throw new Error('The form is none of ours');
  await forwardTo('familia');
  await keepPosted(office.context, clerk, found, posted);
  expect(whatIsIn(await rui.get(path))).toEqual([]);
  await forwardTo('geral');
  expect(whatIsIn(await ana.get(path))).toEqual([HALF]);
});

it('what they go on writing at the new service is read there', async () => {
  await keepByAna();
  await forwardTo('familia');
  await putClerkInto(db, 'familia', 'ana');
  await keepDraft(ana, path, 'answer', { mensagem: 'Agora nesta casa.' });
  expect((await rui.get(path)).text).toContain('Agora nesta casa.');
});

it('an answer in its undo time stops where a program forwards the request: the new service neither reads it nor waits for it', async () => {
  await decide(ana, path, 'answer', { mensagem: HALF });
  await forwardTo('familia');
  const page = await rui.get(path);
  expect(whatIsIn(page)).toEqual([]);
  const sent = await rui.post(path, { ...hiddenFields(page, 'answer'), mensagem: ANSWER });
  expect(sent.status).toBe(200);
  await office.letTimePass(UNDO_MS);
  const bodies = (await listMessages(maria, id)).map(({ body }) => body);
  expect(bodies).toEqual([FORWARD.body, ANSWER]);
  await putClerkInto(db, 'familia', 'ana');
  expect((await ana.get('/balcao')).text).toContain('Não foi enviado o que escreveu');
  expect(whatIsIn(await ana.get(path))).toEqual([HALF]);
});

it('what was written in a service that is removed is read by the clerks of its heir', async () => {
  await forwardTo('familia');
  await keepDraft(rui, path, 'answer', { mensagem: HALF });
  await removeService(db, 'familia', 'geral');
  expect(whatIsIn(await ana.get(path))).toEqual([HALF]);
  await addService(db, { id: 'pensoes', name: 'Pensões' });
  await putClerkInto(db, 'pensoes', 'rui');
  await removeService(db, 'geral', 'pensoes');
  await takeClerkOutOf(db, 'pensoes', 'rui');
  await putClerkInto(db, 'pensoes', 'ana');
  expect(whatIsIn(await ana.get(path))).toEqual([HALF]);
});
