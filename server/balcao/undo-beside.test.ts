import { beforeEach, expect, it } from 'vitest';
import type { Browser } from '../../contract/conformance/subject.ts';
import { timesInLevel } from '../../ops/test/level.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { type ClerkBrowser, hiddenFields, pressUndo } from '../testing/clerk-browser.ts';
import { ANSWER, decide, listMessages, makeRequest, setUpOffice } from '../testing/office-world.ts';

const UNDO_MS = 60_000;
const office = await setUpOffice({ undoMs: UNDO_MS });
const { context, clocks, letTimePass } = office;
let maria: Browser;
let ana: ClerkBrowser;
let rui: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
  rui = await office.openDesk('rui');
});

it('a colleague sees that an answer is on its way, cannot take it back, and sends none beside it', async () => {
  const { id, path } = await makeRequest(maria);
  const seenByRui = await rui.get(path);
  const sentByAna = await decide(ana, path, 'answer');
  const now = await rui.get(path);
  expect(now.text).toMatch(/Por Ana Exemplo, a enviar às/);
  expect(now.text).not.toContain('Desfazer');
  expect((await pressUndo(rui, sentByAna, path)).text).not.toContain('Desfeito');
  const second = await rui.post(path, { ...hiddenFields(seenByRui, 'answer'), mensagem: 'Outra resposta.' });
  expect([second.status, second.text.includes('>Outra resposta.</p>')]).toEqual([409, true]);
  const short = await rui.post(path, { ...hiddenFields(seenByRui, 'answer'), mensagem: 'curto' });
  expect(short.text).toMatch(/<li>Nada foi enviado: entretanto, houve uma mudança\..*<li>Escreva pelo menos/);
  await letTimePass(UNDO_MS);
  expect((await listMessages(maria, id)).map(({ body }) => body)).toEqual([ANSWER]);
  expect((await rui.get(path)).text).toContain('Outra resposta.</textarea>');
});

it('a colleague who says on a page from before that the request is in review does not stop an answer on its way', async () => {
  const { id, path } = await makeRequest(maria);
  const seenByRui = await rui.get(path);
  await decide(ana, path, 'answer');
  expect((await rui.post(path, hiddenFields(seenByRui, 'review'))).status).toBe(409);
  await letTimePass(UNDO_MS);
  expect((await listMessages(maria, id)).map(({ body }) => body)).toEqual([ANSWER]);
});

it(
  'a clerk who takes an answer back while a colleague sends another, again and again: at most one is sent, and the words of the other are kept',
  async () => {
    for (let count = 0; count < timesInLevel(4, 50); count += 1) {
      const { id, path } = await makeRequest(maria);
      const fields = { ...hiddenFields(await rui.get(path), 'answer'), mensagem: `${ANSWER} Rui.` };
      const sent = await decide(ana, path, 'answer', { mensagem: `${ANSWER} Ana.` });
      const isDue = count % 2 === 0;
      if (isDue) clocks.advance(UNDO_MS);
      const [back, other] = await Promise.all([
        pressUndo(ana, sent, path),
        rui.post(path, fields),
        isDue && runDueJobs(context, 'sendOfficeAct'),
      ]);
      const isBack = back.text.includes('Desfeito: o que escreveu não foi enviado e continua aqui.');
      const isOther = other.status === 200;
      expect(isBack || !isOther, 'two at once').toBe(true);
      await letTimePass(UNDO_MS);
      const won = isOther ? ['Rui'] : isBack ? [] : ['Ana'];
      const lost = ['Ana', 'Rui'].filter((name) => !won.includes(name));
      const bodies = (await listMessages(maria, id)).map(({ body }) => body);
      expect(bodies).toEqual(won.map((name) => `${ANSWER} ${name}.`));
      const kept = await context.db
        .selectFrom('officeUnsent')
        .select(['words', 'sendsAt'])
        .where('requestId', '=', id)
        .orderBy('userName')
        .execute();
      expect(kept).toEqual(
        lost.map((name) => ({
          sendsAt: null,
          words: expect.objectContaining({ body: `${ANSWER} ${name}.` }),
        })),
      );
      if (!isOther) expect(other.text).toContain(`${ANSWER} Rui.</`);
    }
  },
  timesInLevel(30_000, 120_000),
);
