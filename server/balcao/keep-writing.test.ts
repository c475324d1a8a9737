// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { KeptFiles } from './kept-files-field.tsx';

const SCRIPT = './scripts/keep-writing.js';
const FILES = ['Declaracao.pdf', 'Nota.pdf'].map((name) => ({ id: name, name, size: 1, sha256: '' }));

afterEach(() => vi.unstubAllGlobals());

it('a file that a clerk unchecks stays with the draft until they press a button', async () => {
  const boxes = String(KeptFiles({ action: 'answer', files: FILES }));
  document.body.innerHTML = `<form><textarea name="mensagem"></textarea>${boxes}<p class="kept"></p></form>`;
  const named: FormDataEntryValue[][] = [];
  vi.stubGlobal('fetch', async (_path: string, { body }: { body: FormData }) => {
    named.push(body.getAll('guardados').toSorted());
    return { status: 204 };
  });
  await import(SCRIPT);
  const box = document.querySelector<HTMLInputElement>('[value="Nota.pdf"]');
  box?.click();
  box?.dispatchEvent(new Event('focusout', { bubbles: true }));
  await expect.poll(() => document.querySelector('.kept')?.textContent).toMatch(/^Rascunho guardado às/);
  expect([box?.checked, named]).toEqual([false, [['Declaracao.pdf', 'Nota.pdf']]]);
});
