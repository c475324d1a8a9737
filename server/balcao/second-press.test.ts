import { beforeEach, expect, it } from 'vitest';
import { type Browser, readRequest, sendReply } from '../../contract/conformance/subject.ts';
import { type ClerkBrowser, type ClerkPage, fieldsOf, pressUndo } from '../testing/clerk-browser.ts';
import { decide, makeRequest, setUpOffice } from '../testing/office-world.ts';

const UNDO_MS = 60_000;
const READING_MS = 1000;
const office = await setUpOffice({ undoMs: UNDO_MS });
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
});

/** Makes a request whose citizen was asked: it can be closed, also once they have corrected something. */
async function makeAsked() {
  const made = await makeRequest(maria);
  await decide(ana, made.path, 'ask');
  await office.letTimePass(UNDO_MS);
  return made;
}

const OF_ASKED = '?vista=a-espera-do-requerente';
const close = (path: string, fields = {}) => decide(ana, path, 'close', { mensagem: '', ...fields });

/** Presses the button of the closing that stands open on the page. */
const pressOn = (page: ClerkPage, path: string) => {
  const [form = ''] = /<details id="close"[^>]* open.*?<\/details>/s.exec(page.text) ?? [];
  return ana.post(path, fieldsOf({ ...page, text: form }, path));
};

async function expectNoneWithoutReading(page: ClerkPage, { id, path }: { id: string; path: string }) {
  office.clocks.advance(READING_MS / 2);
  const refused = await pressOn(page, path);
  expect([
    refused.status,
    refused.text.includes('Leia a página antes de continuar: pode ter havido uma mudança'),
  ]).toEqual([422, true]);
  office.clocks.advance(READING_MS);
  await office.letTimePass(UNDO_MS);
  expect((await readRequest(maria, id)).state).toBe('awaitingCitizen');
  await pressOn(refused, path);
  await office.letTimePass(UNDO_MS);
  expect((await readRequest(maria, id)).state).toBe('closed');
}

it.each(['stopped', 'taken back'])(
  'a closing that was %s is not sent by a second press that lands on its page, and is by one that could read it',
  async (end) => {
    const [first, second] = [await makeAsked(), await makeAsked()];
    const sent = await close(second.path);
    if (end === 'stopped')
      await sendReply(maria, second.id, { purpose: 'correction', body: 'A nota é de setembro.' });
    else await pressUndo(ana, sent, second.path);
    await office.letTimePass(UNDO_MS);
    const next = await close(first.path, { seguinte: '1', lista: OF_ASKED });
    expect(next.address).toContain(second.path);
    expect(next.text.includes('houve uma mudança')).toBe(end === 'stopped');
    await expectNoneWithoutReading(next, second);
  },
);

it('a closing that was refused since something has changed is not sent by the second press of the same click', async () => {
  const made = await makeAsked();
  const refused = await close(made.path, { visto: '1' });
  expect([refused.status, refused.text.includes('houve uma mudança')]).toEqual([409, true]);
  await expectNoneWithoutReading(refused, made);
});
