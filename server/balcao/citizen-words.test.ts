import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import {
  type Browser,
  ORIGIN,
  PEOPLE,
  pdf,
  sendReply,
  signIn,
  uploaded,
} from '../../contract/conformance/subject.ts';
import { SIMULATED_PEOPLE } from '../../domain/simulator.ts';
import { writtenOf } from '../../domain/written/asked-words.ts';
import { forEachField } from '../../domain/written/words.ts';
import { closeAccount } from '../accounts/close-account.ts';
import { createSite } from '../site.ts';
import type { ClerkBrowser } from '../testing/clerk-browser.ts';
import { decide, makeRequest, setUpOffice } from '../testing/office-world.ts';

const office = await setUpOffice();
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
});

it('what a citizen wrote is text on the page, whatever it looks like, and stands in no title', async () => {
  const hostile = `<script>alert(1)</script> "><img src=x onerror=alert(1)> ${'&'}amp;`;
  const file = await uploaded(maria, pdf('x'), '"><svg onload=alert(1)>.pdf');
  const complaint = { office: hostile, happenedOn: hostile, wanted: hostile };
  const fields = { kind: 'complaint' as const, description: hostile, complaint, attachments: [file] };
  const { path } = await makeRequest(maria, fields);
  const { text, headers } = await ana.get(path);
  expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &quot;&gt;&lt;img src=x');
  expect(text.slice(text.indexOf('<main'))).not.toMatch(/<script|<img|<svg|onerror="/);
  expect(/<title>(.*)<\/title>/.exec(text)?.[1]).toMatch(/^Reclamação EC-2026-\d{7} – Balcão e-Clic$/);
  expect(headers.get('Content-Security-Policy')).toMatch(/^default-src 'none'; script-src 'self'; style-src/);
  expect(headers.get('Cache-Control')).toBe('no-store');
});

it('whatever a citizen has filled in stands before the clerk, each field as it was written', async () => {
  const words = forEachField((field) => `Palavras de ${field}`);
  const { path } = await makeRequest(maria, { kind: 'complaint', ...writtenOf(words) });
  const { text } = await ana.get(path);
  expect(Object.values(words).filter((each) => !text.includes(each))).toEqual([]);
});

it('what a citizen corrected stands above what they sent, and among the messages as a correction', async () => {
  const { id, path } = await makeRequest(maria, { description: 'Recebi a nota de setembro.' });
  expect((await ana.get(path)).text).not.toContain('corrigiu');
  await sendReply(maria, id, { purpose: 'correction', body: 'Recebi a nota de outubro.' });
  const { text } = await ana.get(path);
  expect(text).toMatch(
    /Como o requerente a corrigiu<.*>Recebi a nota de outubro\..*Como foi enviada<.*>Recebi a nota de setembro\..*>Correção ao que escreveu</s,
  );
});

it.each([
  ['the character 0', '\u{0}'],
  ['half an emoji', '\ud83d'],
])('the other requests of a citizen who typed %s are opened too', async (_what, typed) => {
  const { id } = await makeRequest(maria);
  const { path } = await makeRequest(maria);
  await sendReply(maria, id, { purpose: 'correction', body: `Um carácter: ${typed}.` });
  expect((await ana.get(path)).status).toBe(200);
});

it('a request for somebody whose account was removed since shows their name, and no NISS of theirs', async () => {
  const subject = { server: createSite(office.context), advance() {}, stop: async () => {} };
  const joao = await signIn(subject, PEOPLE.joao);
  const alice = SIMULATED_PEOPLE.find(({ name }) => name === 'Alice Modelo');
  if (!alice) throw new Error('Alice is not there');
  const { path } = await makeRequest(joao, { onBehalfOf: { id: alice.id, name: alice.name } });
  expect((await ana.get(path)).text).toContain('Mostrar o NISS de Alice Modelo');
  expect(await closeAccount(office.context, alice.id)).toEqual({ hasRequests: false });
  const { status, text } = await ana.get(path);
  expect(status).toBe(200);
  expect(text).toMatch(/<dt>Em nome de<\/dt><dd>Alice Modelo<\/dd>/);
});

it('a complaint is called one at the desk: page, acts, and what they have done', async () => {
  const { path } = await makeRequest(maria, { kind: 'complaint' });
  const page = await ana.get(path);
  expect(page.text).toMatch(/<h1>\s*Reclamação/);
  expect(page.text).toContain('Encaminhar reclamação');
  expect(page.text).not.toMatch(/\b(o|do|Este) pedido\b|Pedido EC-/);
  const { text } = await decide(ana, path, 'review');
  expect(text).toContain('A reclamação está em análise.');
});

it('a citizen’s file is kept by whoever signed in, never shown as a page of ours', async () => {
  const file = await uploaded(maria, pdf('x'), 'Ficha.pdf');
  const { path } = await makeRequest(maria, { attachments: [file] });
  const { headers } = await ana.get(`${path}/ficheiros/${file.id}`);
  expect(headers.get('Content-Disposition')).toBe("attachment; filename*=UTF-8''Ficha.pdf");
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Content-Security-Policy')).toBe("default-src 'none'; sandbox");
  const nobody = office.openBrowser();
  expect((await nobody.get(`${path}/ficheiros/${file.id}`)).text).toContain('Iniciar sessão no Balcão');
  expect((await ana.get(`${path}/ficheiros/${randomUUID()}`)).status).toBe(404);
  const other = await makeRequest(maria);
  expect((await ana.get(`${other.path}/ficheiros/${file.id}`)).status).toBe(404);
});

it('a clerk who has four files on their way is told on a page that the fifth comes later', async () => {
  const file = await uploaded(maria, pdf('x'), 'Ficha.pdf');
  const { path } = await makeRequest(maria, { attachments: [file] });
  const site = createSite(office.context);
  const Cookie = [...ana.jar.values()].map((set) => set.split(';')[0]).join('; ');
  const open = () => site(new Request(`${ORIGIN}${path}/ficheiros/${file.id}`, { headers: { Cookie } }));
  const onTheirWay = await Promise.all([1, 2, 3, 4].map(open));
  const fifth = await open();
  expect(fifth.status).toBe(429);
  expect(await fifth.text()).toContain('<h1>Está muito a ser transferido ao mesmo tempo</h1>');
  for (const { body } of onTheirWay) await body?.cancel();
});
