import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { runInLastingWebKit } from './browsers/lasting-webkit.ts';
import { test } from './fixtures.ts';
import { seePage, seeWritten, writeDescription } from './steps.ts';

const ROW = 'The browser killed 400 ms after a key, its profile kept';
const SENTENCE = 'O que se escreve antes de faltar a luz.';
/** After this time, everything that was typed is on disk. */
const SAVED_MS = 400;

/** Runs in the page: waits for the text box, types the text unless it is empty, and returns the draft's address with what the box holds. */
async function typeOrRead(text: string): Promise<string> {
  const field = await new Promise<HTMLTextAreaElement>((resolve) => {
    const timer = setInterval(() => {
      const found = document.querySelector('textarea');
      if (!found || !document.querySelector('h1') || !location.pathname.endsWith('/descricao')) return;
      clearInterval(timer);
      resolve(found);
    }, 50);
  });
  field.focus();
  if (text) document.execCommand('insertText', false, text);
  return `${location.href} ${field.value}`;
}

test('a killed browser still has the words when it comes back', async ({ engine, open, server }) => {
  test.skip(engine === 'webkit', 'its driver keeps no profile');
  await test.step(ROW, async () => {
    const browser = await open();
    await browser.goto(`${server.origin}/rascunhos/novo?convidado`);
    await seePage(browser, 'Descrição do pedido');
    await writeDescription(browser, SENTENCE);
    const draft = await browser.run(() => location.href);
    await wait(SAVED_MS);
    await browser.kill();
    const again = await open();
    await again.goto(draft);
    await seeWritten(again, SENTENCE);
  });
});

test('a killed WebKit still has the words when it comes back', async ({ engine, home, server }) => {
  test.skip(engine !== 'webkit', 'the others have a driver that keeps the profile');
  await test.step(ROW, async () => {
    const profile = join(home, 'profile');
    mkdirSync(profile);
    const start = `${server.origin}/rascunhos/novo?convidado`;
    const typing = await runInLastingWebKit(profile, start, typeOrRead, SENTENCE);
    const [draft = ''] = typing.answer.split(' ');
    await wait(SAVED_MS);
    await typing.kill();
    const reading = await runInLastingWebKit(profile, draft, typeOrRead, '');
    await reading.kill();
    expect(reading.answer).toBe(`${draft} ${SENTENCE}`);
  });
});
