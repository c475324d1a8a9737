import { expect, it } from 'vitest';
import { pdf } from '../../contract/conformance/subject.ts';
import { stopSending } from '../office/stop-sending.ts';
import { findCommand } from '../office-cli/run-command.ts';
import { hiddenFields, keptFileOf, pressUndo } from '../testing/clerk-browser.ts';
import { readPassword } from '../testing/clerk-world.ts';
import { ANSWER, decide, makeRequest, setUpOffice } from '../testing/office-world.ts';

const office = await setUpOffice({ undoMs: 60_000 });

it('a clerk who begins the review and writes on is seen by colleagues to have the page open', async () => {
  const [ana, rui] = [await office.openDesk('ana'), await office.openDesk('rui')];
  const { path } = await makeRequest(await office.signInMaria());
  const isSeen = async () => (await rui.get(path)).text.includes('Ana Exemplo tem esta página');
  await decide(ana, path, 'review');
  expect(await isSeen()).toBe(true);
  await decide(ana, path, 'answer');
  expect(await isSeen()).toBe(false);
});

it('a clerk who took an answer back reads that theirs was not sent, also once a colleague sends one', async () => {
  const [ana, rui] = [await office.openDesk('ana'), await office.openDesk('rui')];
  const { path } = await makeRequest(await office.signInMaria());
  const sent = await decide(ana, path, 'answer');
  const back = await pressUndo(ana, sent, path);
  await decide(rui, path, 'answer');
  const { text } = await ana.get(back.address);
  expect(text).toContain('Desfeito: o que escreveu não foi enviado e continua aqui.');
  expect(text).toContain('Por Rui Exemplo, a enviar às');
});

it('a clerk whose session ran out is told that another page of theirs has left out a file of the draft', async () => {
  const ana = await office.openDesk('ana');
  const { path } = await makeRequest(await office.signInMaria());
  const keep = async (fields: Record<string, string | File>) =>
    ana.post(`${path}/rascunho`, {
      ...hiddenFields(await ana.get(path), 'answer'),
      mensagem: ANSWER,
      ...fields,
    });
  const kept = await keep({ ficheiros: new File([new Uint8Array(pdf('x'))], 'Nota.pdf') });
  const guardados = keptFileOf(kept);
  const named = { ...hiddenFields(kept, 'answer'), guardados };
  await keep({ mensagem: '' });
  office.clocks.advance(31 * 60_000);
  const ended = await ana.post(path, { ...named, mensagem: ANSWER });
  expect([ended.status, ended.text.includes('um ficheiro que tinha juntado já não está guardado')]).toEqual([
    401,
    true,
  ]);
});

it('a clerk whose closing was stopped by who runs the server is told so once: nothing is left to send', async () => {
  const ana = await office.openDesk('ana');
  const { path } = await makeRequest(await office.signInMaria());
  await decide(ana, path, 'answer');
  await office.letTimePass(60_000);
  await decide(ana, path, 'close', { mensagem: '' });
  const made = await findCommand('new-password')?.run(office.context, ['ana']);
  const password = readPassword(made?.ok ? made.value : '');
  const { text: list } = await office.signInThere(ana, 'ana', { password });
  const seen = [await ana.get(path), await ana.get(path)];
  expect(list).toContain('Não foi enviado o que escreveu');
  expect(seen.map(({ text }) => text.includes('foi parada por quem gere o servidor'))).toEqual([true, false]);
  expect((await ana.get('/balcao')).text).not.toContain('Não foi enviado o que escreveu');
});

it('a clerk whose closing was stopped sees why on a page that opens another form of theirs', async () => {
  const ana = await office.openDesk('ana');
  const { path } = await makeRequest(await office.signInMaria());
  await decide(ana, path, 'answer');
  await office.letTimePass(60_000);
  const answerForm = hiddenFields(await ana.get(path), 'answer');
  await decide(ana, path, 'close', { mensagem: '' });
  await office.context.db.transaction().execute((tx) => stopSending(tx, 'by-operator', 'ana'));
  const { text } = await ana.post(path, { ...answerForm, mensagem: '' });
  const form = /<details id="close"[^>]*>.*?<\/details>/s.exec(text)?.[0];
  expect(form).toContain('foi parada por quem gere o servidor');
  expect(form).toMatch(/^<details[^>]* open/);
});
