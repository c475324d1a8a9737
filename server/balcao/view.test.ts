import { beforeEach, expect, it } from 'vitest';
import { type Browser, ORIGIN, pdf, uploaded } from '../../contract/conformance/subject.ts';
import { changePassword, removeClerk } from '../clerks/clerks.ts';
import { addService } from '../services/services.ts';
import { createSite } from '../site.ts';
import type { ClerkBrowser } from '../testing/clerk-browser.ts';
import { makeRequest, setUpOffice } from '../testing/office-world.ts';

const office = await setUpOffice();
const { context } = office;
const site = createSite(context);
let maria: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  maria = await office.signInMaria();
  ana = await office.openDesk('ana');
});

const bytesOf = (...parts: (string | number[])[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part)),
  );
const png = (width: number, height: number) => {
  const side = (px: number) => [24, 16, 8, 0].map((bits) => (px >>> bits) & 255);
  return bytesOf('\x89PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', side(width), side(height), [8, 6, 0, 0, 0]);
};

/** Returns the address that the page frames; undefined: it frames nothing. */
async function show(path: string, fileId: string): Promise<string | undefined> {
  const { text } = await ana.get(`${path}?ver=${fileId}`);
  return / src="(\/balcao\/ficheiro\/[^"]+)"/.exec(text)?.[1];
}

/** Asks for an address without a session. */
const open = (address: string) => site(new Request(ORIGIN + address));

it.each([
  ['Nota.pdf', pdf('x'), 'application/pdf', /^default-src 'none'; frame-ancestors 'self'$/],
  ['Foto.png', png(100, 100), 'image/png', /; sandbox$/],
] as const)(
  '%s is shown beside the request, as the type that its bytes tell, once and without a session',
  async (name, bytes, type, policy) => {
    const file = await uploaded(maria, bytes, name);
    const { path } = await makeRequest(maria, { attachments: [file] });
    const address = (await show(path, file.id)) ?? expect.fail('Nothing is framed');
    const answer = await open(address);
    const { headers } = answer;
    expect([answer.status, headers.get('Content-Type')]).toEqual([200, type]);
    expect(headers.get('Content-Security-Policy')).toMatch(policy);
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(headers.get('Set-Cookie')).toBeNull();
    expect(Buffer.compare(new Uint8Array(await answer.arrayBuffer()), bytes)).toBe(0);
    expect((await open(address)).status).toBe(404);
  },
);

it('a ticket that nobody used for a minute opens nothing, nor does one that was made up', async () => {
  const file = await uploaded(maria, png(100, 100), 'Foto.png');
  const { path } = await makeRequest(maria, { attachments: [file] });
  const address = (await show(path, file.id)) ?? '';
  office.clocks.advance(60_000);
  expect((await open(address)).status).toBe(404);
  expect((await open(`/balcao/ficheiro/${'0'.repeat(64)}`)).status).toBe(404);
});

it.each<[string, () => Promise<unknown>]>([
  ['signed out', () => ana.post('/balcao/sair', {})],
  ['was removed', () => removeClerk(context.db, 'ana')],
  [
    'got another palavra-chave',
    async () => {
      const kept = await context.hashing.keep('outra-palavra-comprida');
      await context.db.transaction().execute((tx) => changePassword(tx, 'ana', kept));
    },
  ],
  ['lost the service', () => addService(context.db, { id: 'geral', name: 'Geral' })],
])('a ticket of a clerk who %s meanwhile opens nothing', async (_what, lose) => {
  const file = await uploaded(maria, png(100, 100), 'Foto.png');
  const { path } = await makeRequest(maria, { attachments: [file] });
  const address = (await show(path, file.id)) ?? expect.fail('Nothing is framed');
  await lose();
  expect((await open(address)).status).toBe(404);
});

it('a ticket lives no longer than the session in whose page the file stands', async () => {
  const file = await uploaded(maria, png(100, 100), 'Foto.png');
  const { path } = await makeRequest(maria, { attachments: [file] });
  // Each call keeps the session from ending as idle, until its eight hours are over.
  for (let passed = 0; passed < 479; passed += 20) {
    office.clocks.advance(Math.min(20, 479.5 - passed) * 60_000);
    await ana.get(path);
  }
  const address = (await show(path, file.id)) ?? expect.fail('Nothing is framed');
  office.clocks.advance(30_000);
  expect((await open(address)).status).toBe(404);
});

it('that a clerk sees a file is in the record, and what is no picture or PDF is downloaded alone', async () => {
  const text = await uploaded(maria, bytesOf('Olá'), 'Nota.txt');
  const photo = await uploaded(maria, png(100, 100), 'Foto.png');
  const { path } = await makeRequest(maria, { attachments: [text, photo] });
  expect(await show(path, text.id)).toBeUndefined();
  await show(path, photo.id);
  const seen = await context.db
    .selectFrom('officeRecord')
    .select('about')
    .where('what', '=', 'fileOpened')
    .where('reference', '=', path.split('/').at(-1) ?? '')
    .execute();
  expect(seen).toEqual([{ about: photo.id }]);
});

it.each([
  ['HTML', '<!doctype html><script>alert(1)</script>'],
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
])('%s that is kept under the name and type of a picture is not shown', async (_kind, hostile) => {
  const file = await uploaded(maria, png(100, 100), 'Foto.png');
  const { path } = await makeRequest(maria, { attachments: [file] });
  const address = (await show(path, file.id)) ?? '';
  // The bytes change after the inspection, as if older rules had taken them for a picture.
  await context.db
    .updateTable('pieces')
    .set({ bytes: bytesOf(hostile) })
    .where('fileId', '=', (from) =>
      from
        .selectFrom('attachments')
        .select('attachments.fileId')
        .where('attachments.id', '=', file.id)
        .limit(1),
    )
    .execute();
  const answer = await open(address);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([404, 'text/plain; charset=utf-8']);
  expect(answer.headers.get('Content-Security-Policy')).toContain('sandbox');
});

it('a picture of a few bytes that opens to gigabytes is not handed to a browser', async () => {
  const bomb = await uploaded(maria, png(60_000, 60_000), 'Foto.png');
  const { path } = await makeRequest(maria, { attachments: [bomb] });
  expect((await open((await show(path, bomb.id)) ?? '')).status).toBe(404);
});
