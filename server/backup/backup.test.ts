import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { copyFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, pdf, submission, submit, uploaded } from '../../contract/conformance/subject.ts';
import type { ChangePage, CitizenRequest } from '../../contract/types.ts';
import { signInClerk } from '../clerks/clerk-sign-in.ts';
import { addClerk } from '../clerks/clerks.ts';
import { readNews } from '../office/read-news.ts';
import { addToken, findProgram } from '../office-api/tokens.ts';
import { runProgram, type Settings } from '../testing/run-program.ts';
import { START_MS } from '../testing/start-ms.ts';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../testing/throwaway-postgres.ts';
import { withServer } from '../testing/with-server.ts';
import { lastBackupAt } from './note-backup.ts';

const SECRET = randomBytes(32).toString('base64');
const OTHER_SECRET = randomBytes(32).toString('base64');
/** On the busiest day that docs/scaling.md reckons with. */
const REQUESTS_OF_A_DAY = 100_000;
const PASSWORD = 'uma palavra de antes';
const ANA = { userName: 'ana', password: PASSWORD, address: '192.0.2.1', browser: null };

const folder = mkdtempSync(join(tmpdir(), 'eclic-backup-'));
const file = join(folder, 'eclic.backup');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command where only the server is given what its way of signing in needs, as with systemd. */
const command = (what: 'backup' | 'restore', env: Settings) =>
  runProgram([what, file], { ...env, SIGN_IN: 'password' });

/** Backs up one server, goes on with it, and restores into another. */
async function tryOut(from: Settings, to: Settings, prepare: () => Promise<void>): Promise<void> {
  const [id, later] = [randomUUID(), randomUUID()];
  const bytes = new Uint8Array([...pdf('fatura'), ...randomBytes(2_000_000)]);
  let token = '';
  const before = await withServer(from, async (maria, context) => {
    const kept = await context.hashing.keep(PASSWORD);
    await addClerk(context.db, { userName: 'ana', name: 'Ana Exemplo', ...kept });
    token = (await addToken(context, 'ponte')) ?? '';
    await signInClerk(context, ANA, '');
    const attachment = await uploaded(maria, bytes);
    const { body } = await submit<CitizenRequest>(maria, id, submission({ attachments: [attachment] }));
    await maria.send('PUT', `/drafts/${randomUUID()}`, {
      json: submission(),
      headers: { 'If-None-Match': '*' },
    });
    return { request: body, attachment, feed: await readFeed(maria) };
  });
  const begunAt = Date.now();
  const saved = command('backup', from);
  expect(saved).toMatchObject({ status: 0, said: expect.stringContaining('without it no NISS can be read') });
  const after = await withServer(from, async (maria, { db }) => {
    expect(await lastBackupAt(db)).toBeGreaterThanOrEqual(begunAt);
    await sql`select setval('reference_numbers', nextval('reference_numbers') + ${REQUESTS_OF_A_DAY}::int)`.execute(
      db,
    );
    const { body } = await submit<CitizenRequest>(maria, later);
    const draftTag = await saveDraft(maria);
    const { cursor: officeCursor } = await readNews(db, { cursor: null, limit: 500, reach: null });
    return { reference: body.reference, draftTag, cursor: (await readFeed(maria)).cursor, officeCursor };
  });
  await prepare();
  const restored = command('restore', to);
  expect(restored).toMatchObject({ status: 0, said: expect.stringContaining('Restored') });
  expect(restored.said).toContain('npm run server -- office new-password ana\n');
  expect(restored.said).toContain('npm run server -- office token add ponte\n');
  expect(restored.said).toMatch(/told to erase since the backup are not told any more/);
  expect(restored.said).toMatch(/closed since the backup are open again.*npm run server -- citizens remove/);

  await withServer(to, async (maria, context) => {
    const { db } = context;
    // A restored password opens nothing, since its clerk may have lost access after the backup.
    expect(await signInClerk(context, ANA, '')).toEqual({ status: 'wrong' });
    expect(await db.selectFrom('clerks').select(['userName', 'name']).execute()).toEqual([
      { userName: 'ana', name: 'Ana Exemplo' },
    ]);
    expect(await findProgram(db, `Bearer ${token}`)).toBeUndefined();
    for (const table of [
      'officeTokens',
      'clerkSessions',
      'clerkSignIns',
      'waitingSignIns',
      'cmdStates',
    ] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    const stages = await db.selectFrom('sessions').select('stage').execute();
    expect(stages.map(({ stage }) => stage).filter((stage) => stage === 'signedIn')).toHaveLength(1);
    expect((await maria.send('GET', `/requests/${id}`)).body).toEqual(before.request);
    const path = `/requests/${id}/attachments/${before.attachment.id}`;
    const download = await maria.send<Uint8Array>('GET', path);
    expect(Buffer.compare(download.body, bytes)).toBe(0);
    expect((await readFeed(maria)).changes).toEqual(before.feed.changes);
    // The cursor is from after the backup, so the device has to ask for everything.
    expect((await maria.send('GET', `/changes?cursor=${after.cursor}`)).status).toBe(410);
    const { body } = await submit<CitizenRequest>(maria, randomUUID());
    expect(body.reference > after.reference).toBe(true);
    // No ETag comes twice: a device with the ETag of the lost draft would overwrite this one.
    expect(await saveDraft(maria)).toBeGreaterThan(after.draftTag);
    // The office's program has to begin anew too: other news may stand at the place of its cursor.
    await readNews(db, { cursor: null, limit: 500, reach: null });
    await expect(readNews(db, { cursor: after.officeCursor, limit: 1, reach: null })).rejects.toMatchObject({
      status: 410,
    });
  });
  // A second restore would overwrite what is there.
  expect(command('restore', to)).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^There (is|are) .* already/),
  });
}

/** Saves a draft and returns the number in its ETag. */
async function saveDraft(browser: Browser): Promise<number> {
  const { headers } = await browser.send('PUT', `/drafts/${randomUUID()}`, {
    json: submission(),
    headers: { 'If-None-Match': '*' },
  });
  return Number(headers.get('ETag')?.replaceAll('"', ''));
}

async function readFeed(browser: Browser): Promise<ChangePage> {
  return (await browser.send<ChangePage>('GET', '/changes?limit=500')).body;
}

describe('A backup and what is restored from it', () => {
  it(
    'are the same, files too, on the embedded database, where the secret is asked for',
    async () => {
      const [from, to] = [join(folder, 'from'), join(folder, 'to')];
      await tryOut({ DATA_DIR: from }, { DATA_DIR: to }, async () => {
        const refused = command('restore', { DATA_DIR: to });
        expect(refused).toMatchObject({ status: 1, said: expect.stringContaining('The secret is missing') });
        const wrong = command('restore', { DATA_DIR: join(folder, 'wrong'), SECRET });
        expect(wrong).toMatchObject({
          status: 1,
          said: expect.stringContaining('The SECRET is not the one'),
        });
        expect(wrong.said).toContain('A backup of before rotate-secret needs the SECRET of before');
        // The refused restore has left no database, so the right secret finds the folder empty.
        expect(readdirSync(join(folder, 'wrong'))).toEqual([]);
        await mkdir(to, { recursive: true });
        await copyFile(join(from, 'secret'), join(to, 'secret'));
      });
    },
    3 * START_MS,
  );

  describe('on PostgreSQL', () => {
    let postgres: ThrowawayPostgres | null = null;
    beforeAll(async () => {
      postgres = await startThrowawayPostgres();
    }, START_MS);
    afterAll(() => postgres?.stop());

    it(
      'are the same, by its own programs, which are asked for where they are not',
      async (test) => {
        if (!postgres) return test.skip();
        const { url } = postgres;
        const urlOf = (name: string) => url.replace('/postgres?', `/${name}?`);
        const client = new pg.Client(url);
        await client.connect();
        for (const name of ['first', 'second', 'third']) await client.query(`create database ${name}`);
        await client.end();
        const settings = { SECRET, SIGN_IN: 'simulator' };
        const from = { ...settings, DATABASE_URL: urlOf('first') };
        await tryOut(from, { ...settings, DATABASE_URL: urlOf('second') }, async () => {
          const wrong = { ...settings, DATABASE_URL: urlOf('third'), SECRET: OTHER_SECRET };
          const unfit = command('restore', wrong);
          expect(unfit).toMatchObject({
            status: 1,
            said: expect.stringContaining('The SECRET is not the one'),
          });
          const third = new pg.Client(urlOf('third'));
          await third.connect();
          const { rows } = await third.query("select from pg_class where relname = 'citizens'");
          await third.end();
          expect(rows).toEqual([]);
        });
        const filesElsewhere = { ...from, FILES_URL: 'https://key:secret@store.exemplo.pt/eclic' };
        expect(command('backup', filesElsewhere).said).toContain('not the files in the store of FILES_URL');
        expect(command('backup', { ...from, PATH: '' }).said).toContain('pg_dump is not on this machine');
      },
      3 * START_MS,
    );
  });
});
