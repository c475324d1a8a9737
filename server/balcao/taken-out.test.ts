import { beforeEach, expect, it } from 'vitest';
import { type Browser, pdf } from '../../contract/conformance/subject.ts';
import { removeClerk, setSupervisor } from '../clerks/clerks.ts';
import { listStopped } from '../office/unsent.ts';
import { addService, putClerkInto, removeService, takeClerkOutOf } from '../services/services.ts';
import { type ClerkBrowser, fieldsOf, hiddenFields, keptFileOf } from '../testing/clerk-browser.ts';
import { ANSWER, decide, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const UNDO_MS = 60_000;
const office = await setUpOffice({ undoMs: UNDO_MS });
const { db } = office.context;
let maria: Browser;
let ana: ClerkBrowser;
let rui: ClerkBrowser;

/** Rui answers what both services have; Ana what is general. */
beforeEach(async () => {
  await addService(db, { id: 'geral', name: 'Atendimento geral' });
  await addService(db, { id: 'familia', name: 'Prestações familiares' });
  for (const [service, userName] of [
    ['geral', 'ana'],
    ['geral', 'rui'],
    ['familia', 'rui'],
  ] as const)
    await putClerkInto(db, service, userName);
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
  rui = await office.openDesk('rui');
});

const takeAnaOut = () => takeClerkOutOf(db, 'geral', 'ana');

it.each([
  ['taken out of the service', takeAnaOut],
  // As where the command that removes a clerk comes just before the answer is put on its way.
  ['removed', () => removeClerk(db, 'ana')],
  ['in a service that is removed', () => removeService(db, 'geral', 'familia')],
  [
    'no supervisor any more',
    async () => {
      await setSupervisor(db, 'ana', true);
      await takeAnaOut();
      await setSupervisor(db, 'ana', false);
    },
  ],
])(
  'an answer in its undo time whose clerk is %s is not sent, and a colleague sends it with its file',
  async (_, change) => {
    const { id, path } = await makeRequest(maria);
    await decide(ana, path, 'answer', { ficheiros: new File([new Uint8Array(pdf('x'))], 'Nota.pdf') });
    await change();
    await office.letTimePass(UNDO_MS);
    expect(await listMessages(maria, id)).toEqual([]);
    const seen = await rui.get(path);
    expect([seen.text.includes(ANSWER), seen.text.includes('Nota.pdf')]).toEqual([true, true]);
    const taken = await rui.post(`${path}/rascunho`, fieldsOf(seen, `${path}/rascunho`));
    const form = { ...hiddenFields(taken, 'answer'), mensagem: ANSWER, guardados: keptFileOf(taken) };
    await rui.post(path, form);
    await office.letTimePass(UNDO_MS);
    const [message] = await listMessages(maria, id);
    expect([message?.body, message?.attachments.map(({ name }) => name)]).toEqual([ANSWER, ['Nota.pdf']]);
  },
);

it('a clerk who comes back into the service reads that who runs the server stopped their answer', async () => {
  const { path } = await makeRequest(maria);
  await decide(ana, path, 'answer');
  await takeAnaOut();
  await office.letTimePass(UNDO_MS);
  expect((await ana.get(path)).status).toBe(404);
  const reference = path.split('/').at(-1);
  expect(await listStopped(db, 'ana', null)).toEqual([{ reference, stopped: 'by-operator' }]);
  await putClerkInto(db, 'geral', 'ana');
  expect((await ana.get('/balcao')).text).toContain('Não foi enviado o que escreveu');
  const { text } = await ana.get(path);
  expect(text).toContain('Não foi enviada: foi parada por quem gere o servidor.');
  expect(text).toContain(`${ANSWER}</textarea>`);
});

it('an answer whose clerk leaves the service and may still see the request is sent', async () => {
  const { id, path } = await makeRequest(maria);
  await decide(ana, path, 'answer');
  await setSupervisor(db, 'ana', true);
  await takeAnaOut();
  await office.letTimePass(UNDO_MS);
  expect((await listMessages(maria, id)).map(({ body }) => body)).toEqual([ANSWER]);
});
