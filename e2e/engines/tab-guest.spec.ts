import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { findTraces } from '../find-traces.ts';
import { readEverythingKept } from '../read-everything-kept.ts';
import type { Browser } from './browsers/browser.ts';
import { runInLastingWebKit } from './browsers/lasting-webkit.ts';
import { webp } from './files.ts';
import { test } from './fixtures.ts';
import { goOn, pickTopic, reload, see, seePage, seeWritten, writeDescription } from './steps.ts';

const WORD = 'otosclerosebilateral';
const SENTENCE = `Tenho ${WORD}.`;
/** Some browsers write what they remember of their tabs to disk only now and then. */
const WRITTEN_MS = 20_000;
const KILLED = 'A guest’s words on a shared computer whose browser is killed are in no file of it';

const KEY = /^[0-9a-f]{64}$/;

/** Runs in the page: returns the key with which the tab seals the guest's words. */
function readKey(): string {
  return window.name.split('/')[1] ?? '';
}

async function writeShared(browser: Browser, origin: string, { isTicked = false } = {}): Promise<string> {
  await browser.goto(`${origin}/entrar`);
  await seePage(browser, 'Iniciar sessão');
  if (!isTicked) await browser.click({ role: 'choice', name: 'Este dispositivo é partilhado' });
  await see(browser, 'O rascunho fica só neste separador');
  await browser.click({ role: 'link', name: 'Começar um pedido sem iniciar sessão' });
  await seePage(browser, 'Descrição do pedido');
  await see(browser, /é apagado quando o fechar ou passados\s10\sminutos/);
  await writeDescription(browser, SENTENCE);
  await see(browser, /Guardado neste separador às/);
  return browser.run(() => location.href);
}

/** Expects that another tab, or a later one, finds no word of the guest on the page or in the browser's storage. */
async function seeNothingOf(browser: Browser, draft: string): Promise<void> {
  await browser.goto(draft);
  await seePage(browser, 'Iniciar sessão');
  expect((await browser.run(readEverythingKept)).includes(WORD)).toBe(false);
}

test('what a guest writes on a shared computer lives as long as their tab', async ({
  open,
  server,
  home,
}) => {
  const browser = await open();
  const beside = await browser.currentTab();
  const mine = await browser.openTab();
  const draft = await writeShared(browser, server.origin);

  await test.step('A guest’s words on a shared computer outlive a reload of the tab, files too', async () => {
    await browser.type('!');
    await reload(browser);
    await seeWritten(browser, `${SENTENCE}!`);
    await goOn(browser, 'Definir tema');
    await pickTopic(browser);
    await goOn(browser, 'Anexar documentos');
    const file = join(home, `${WORD}.webp`);
    renameSync(webp(home), file);
    await browser.attach([file]);
    await see(browser, `${WORD}.webp`);
    await reload(browser);
    await see(browser, `${WORD}.webp`);
  });

  await test.step('A guest’s words on a shared computer are nothing to another tab, nor once theirs is closed', async () => {
    await browser.showTab(beside);
    await seeNothingOf(browser, draft);
    await browser.showTab(mine);
    await browser.goto(draft);
    await seeWritten(browser, `${SENTENCE}!`);
    await browser.closeTab();
    await browser.showTab(beside);
    await seeNothingOf(browser, draft);
  });

  await test.step('A guest’s words on a shared computer go after ten idle minutes, which is said', async () => {
    const idle = await writeShared(browser, server.origin);
    await browser.run(() => {
      const Real = Date;
      const ahead = () => Real.now() + 10 * 60_000;
      Object.assign(window, {
        Date: new Proxy(Real, {
          construct: (_, given) => (given.length > 0 ? Reflect.construct(Real, given) : new Real(ahead())),
          get: (_, name) => (name === 'now' ? ahead : Reflect.get(Real, name)),
        }),
      });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await see(browser, 'O que estava escrito neste separador foi apagado');
    await seePage(browser, 'Iniciar sessão');
    await seeNothingOf(browser, idle);
  });

  await test.step('A guest’s words on a shared computer go by one button', async () => {
    // The tab still knows from the guest before that the device is shared.
    const left = await writeShared(browser, server.origin, { isTicked: true });
    await browser.click({ role: 'button', name: 'Apagar e sair' });
    await browser.click({ role: 'button', name: 'Apagar' });
    await see(browser, 'O que escreveu foi apagado.');
    await seePage(browser, 'Iniciar sessão');
    await seeNothingOf(browser, left);
  });
});

test('a killed browser has no word of a guest on a shared computer in its files', async ({
  engine,
  open,
  home,
  server,
}) => {
  test.skip(engine === 'webkit', 'its driver keeps no profile');
  await test.step(KILLED, async () => {
    const browser = await open();
    const draft = await writeShared(browser, server.origin);
    await browser.type('!');
    await reload(browser);
    await seeWritten(browser, `${SENTENCE}!`);
    const key = await browser.run(readKey);
    expect(key).toMatch(KEY);
    await wait(WRITTEN_MS);
    await browser.kill();
    const profile = join(home, 'profile');
    expect(findTraces(profile, [WORD, key])).toEqual([]);
    const again = await open();
    await seeNothingOf(again, draft);
    await again.kill();
    expect(findTraces(profile, [WORD, key])).toEqual([]);
  });
});

/**
 * Runs in each page. Ticks the shared device, begins a draft, writes the text and reloads; after the reload, or without a text, it returns the address, the key
 * and what the field holds.
 */
async function beginAndWrite(text: string): Promise<string> {
  async function find<T>(look: () => T | null | undefined | false): Promise<T> {
    for (;;) {
      const found = look();
      if (found) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  if (location.pathname === '/entrar' && text) {
    await find(() => document.documentElement.dataset.written === undefined);
    document.querySelector<HTMLElement>('#shared')?.click();
    (await find(() => document.querySelector<HTMLElement>('a[href*="convidado=partilhado"]'))).click();
  }
  const field = await find(
    () =>
      (location.pathname === '/entrar' && !text && document.querySelector<HTMLInputElement>('#niss')) ||
      (location.pathname.endsWith('/descricao') && document.querySelector('textarea')),
  );
  if (!text || field.value) return `${location.href} ${window.name.split('/')[1] ?? ''} ${field.value}`;
  field.focus();
  document.execCommand('insertText', false, text);
  await find(() => document.body.textContent?.includes('Guardado neste separador'));
  location.reload();
  return new Promise(() => undefined);
}

test('a killed WebKit has no word of a guest on a shared computer in its files', async ({
  engine,
  home,
  server,
}) => {
  test.skip(engine !== 'webkit', 'the others have a driver that keeps the profile');
  await test.step(KILLED, async () => {
    const profile = join(home, 'profile');
    mkdirSync(profile);
    const typing = await runInLastingWebKit(profile, `${server.origin}/entrar`, beginAndWrite, SENTENCE);
    const [draft = '', key = ''] = typing.answer.split(' ');
    expect(key).toMatch(KEY);
    expect(typing.answer).toBe(`${draft} ${key} ${SENTENCE}`);
    await wait(WRITTEN_MS);
    await typing.kill();
    expect(findTraces(profile, [WORD, key])).toEqual([]);
    const reading = await runInLastingWebKit(profile, draft, beginAndWrite, '');
    await reading.kill();
    expect(reading.answer).toMatch(/\/entrar\S* {2}$/);
    expect(findTraces(profile, [WORD, key])).toEqual([]);
  });
});
