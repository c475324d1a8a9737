import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { type Browser, ORIGIN, signIn } from '../../contract/conformance/subject.ts';
import type { App } from '../app.ts';
import { connectPostgres } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { type ClerkBrowser, fieldsOf, hiddenFields, openClerkBrowser } from '../testing/clerk-browser.ts';
import { createHome, type MainProcess } from '../testing/main-process.ts';
import { ANSWER, listMessages, makeRequest, PASSWORD } from '../testing/office-world.ts';
import { createTestContext, QUICK_HASHING, TEST_SECRET } from '../testing/test-context.ts';
import { makeTestDatabase } from '../testing/test-database.ts';

const KILLS = Number(process.env.KILLS ?? 20);
const UNDO_SECONDS = 1;
/** Longer than a job that was cut off counts as running. */
const LATER_MS = 3_600_000;
const url = (await makeTestDatabase()) ?? '';

/** Passes redirects on, which the clerk's browser follows by itself. */
const siteAt =
  (current: () => MainProcess): App =>
  async (request) => {
    const body = await request.arrayBuffer();
    const { method, headers } = request;
    const address = request.url.replace(ORIGIN, `http://127.0.0.1:${current().port}`);
    return fetch(address, { method, headers, redirect: 'manual', ...(body.byteLength > 0 && { body }) });
  };

interface Round {
  id: string;
  path: string;
  /** What the clerk was told after **Desfazer**; null: they did not press it, or the server was gone. */
  told: 'back' | 'late' | null;
}

describe.skipIf(url === '')('An answer at Balcão, of which the server is killed', () => {
  const home = createHome(ORIGIN);
  afterAll(() => home.remove());

  it(
    `${KILLS} times within the time in which it can be taken back is sent once or taken back, never both and never neither`,
    async () => {
      const db = connectPostgres(url, 3);
      await migrate(db);
      await db
        .insertInto('clerks')
        .values({ userName: 'ana', name: 'Ana Exemplo', ...(await QUICK_HASHING.keep(PASSWORD)) })
        .execute();
      const env = {
        DATABASE_URL: url,
        SECRET: Buffer.from(TEST_SECRET).toString('base64'),
        SIGN_IN: 'simulator',
        CLERK_SECOND_FACTOR: 'off',
        BALCAO_UNDO_SECONDS: String(UNDO_SECONDS),
        DAY_REQUESTS: '9999',
      };
      let current = await home.start(env);
      const maria: Browser = await signIn({
        server: (request) => current.server(request),
        advance() {},
        stop: async () => {},
      });
      const ana: ClerkBrowser = openClerkBrowser(siteAt(() => current));
      await ana.post('/balcao/entrar', { utilizador: 'ana', 'palavra-chave': PASSWORD });
      const rounds: Round[] = [];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const { id, path } = await makeRequest(maria);
        const fields = { ...hiddenFields(await ana.get(path), 'answer'), mensagem: ANSWER };
        const sent = await ana.post(path, fields);
        expect([sent.status, sent.text]).toEqual([200, expect.stringContaining('A resposta segue')]);
        await wait(Math.random() * 1600);
        const undoing =
          kill % 2 === 0
            ? ana.post(`${path}/desfazer`, fieldsOf(sent, `${path}/desfazer`)).catch(() => null)
            : null;
        await wait(Math.random() * 80);
        current.kill();
        const told = await undoing;
        await current.ended;
        const isBack = told?.text.includes('Desfeito') ?? false;
        const isLate = told?.text.includes('Já não é possível desfazer') ?? false;
        rounds.push({ id, path, told: isBack ? 'back' : isLate ? 'late' : null });
        current = await home.start(env);
      }
      const later = { now: () => Date.now() + LATER_MS, officeNow: Date.now };
      await runDueJobs(createTestContext(db, later), 'sendOfficeAct');
      const ends: Record<string, number> = {};
      for (const { id, path, told } of rounds) {
        const answers = (await listMessages(maria, id)).length;
        const isThere = (await ana.get(path)).text.includes(`${ANSWER}</textarea>`);
        expect([answers, isThere]).toEqual(answers === 1 ? [1, false] : [0, true]);
        if (told === 'back') expect(answers).toBe(0);
        if (told === 'late') expect(answers).toBe(1);
        ends[`${answers} ${told}`] = (ends[`${answers} ${told}`] ?? 0) + 1;
      }
      console.info(`${KILLS} kills: ${JSON.stringify(ends)}`);
      await db.destroy();
    },
    120_000 + KILLS * 20_000,
  );
});
