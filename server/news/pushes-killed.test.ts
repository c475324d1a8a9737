import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { PEOPLE, signIn, submission, submitted } from '../../contract/conformance/subject.ts';
import { PUSH_SERVICES } from '../../domain/push/push-services.ts';
import { createApp } from '../app.ts';
import { connectPostgres } from '../db/connect.ts';
import { migrate } from '../db/migrate.ts';
import { LOST_AFTER_MS } from '../jobs/run-jobs.ts';
import { createPush } from '../push/push.ts';
import { addSimulatedPeople } from '../sessions/simulator.ts';
import { createPushService } from '../testing/push-service.ts';
import { createTestContext } from '../testing/test-context.ts';
import { makeTestDatabase } from '../testing/test-database.ts';
import { announce } from './announce.ts';

const PROGRAM = fileURLToPath(new URL('../testing/push-process.ts', import.meta.url));
const EVENTS = 1000;
const REQUESTS = 10;
const DEVICES = 2;
const WORDS = 'Tenho uma doença de que ninguém sabe.';
const WITHIN_MS = 300_000;

const address = (await makeTestDatabase()) ?? '';

it.skipIf(address === '')(
  'two processes, killed again and again, tell each device of a thousand events, once but for what was just on its way, and no word of anybody is in any byte',
  async () => {
    const db = connectPostgres(address, 3);
    const clocks = { now: Date.now, officeNow: Date.now };
    const base = createTestContext(db, clocks);
    await migrate(db);
    await addSimulatedPeople(base);
    const service = createPushService(() => Date.now() + LOST_AFTER_MS);
    const { seal, site: subject } = base;
    const push = createPush({
      db,
      seal,
      now: Date.now,
      subject,
      services: PUSH_SERVICES,
      call: service.call,
    });
    const context = { ...base, push };
    const maria = { server: createApp(context), advance() {}, stop: async () => {} };

    const browsers = [];
    for (let device = 0; device < DEVICES; device += 1) {
      const browser = await signIn(maria, PEOPLE.maria);
      const made = service.subscribe(await push.publicKey());
      await browser.send('PUT', '/push', { json: { ...made, language: 'pt-PT', saysDate: true } });
      browsers.push(browser);
    }
    const [browser] = browsers;
    if (!browser) throw new Error('No device is told');
    const { citizenId } = browser;
    const ids: string[] = [];
    for (let nth = 0; nth < REQUESTS; nth += 1)
      ids.push(await submitted(browser, submission({ description: `${WORDS} ${nth}` })));
    await db.transaction().execute(async (tx) => {
      for (let event = 0; event < EVENTS; event += 1) {
        const requestId = ids[event % REQUESTS] ?? '';
        await announce(context, tx, { citizenId, requestId, news: 'forwarded', about: `event ${event}` });
      }
    });

    const { port, stop } = await service.listen();
    let kills = 0;
    const start = (aheadMs = 0) =>
      fork(PROGRAM, [address, String(port), String(aheadMs)], { execArgv: ['--import', 'tsx'] });
    async function kill(child: ChildProcess) {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      kills += 1;
    }
    const untilSeen = (count: number) =>
      expect
        .poll(() => service.seen.length, {
          timeout: WITHIN_MS,
          interval: 5,
        })
        .toBeGreaterThanOrEqual(count);

    let [one, other] = [start(), start()];
    for (let share = 1; share <= 8; share += 1) {
      await untilSeen((EVENTS * DEVICES * share) / 10);
      await kill(one);
      [one, other] = [other, start()];
    }
    await Promise.all([kill(one), kill(other)]);
    // The jobs that the killed processes had begun count as lost after a while, and another process does them.
    const last = start(LOST_AFTER_MS + 1000);
    await expect
      .poll(() => db.selectFrom('jobs').select('id').where('name', '=', 'sendPush').execute(), {
        timeout: WITHIN_MS,
        interval: 100,
      })
      .toEqual([]);
    await kill(last);

    const counts = new Map<string, number>();
    for (const { endpoint, message } of service.seen) {
      const key = `${endpoint} ${message.notification.navigate}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(DEVICES * REQUESTS);
    for (const count of counts.values()) expect(count).toBeGreaterThanOrEqual(EVENTS / REQUESTS);
    expect(service.seen.length).toBeLessThanOrEqual(EVENTS * DEVICES + kills);
    // Of a message that came twice the service keeps one, and the browser shows one.
    expect(
      new Set(service.seen.map(({ topic, message }) => `${topic} ${message.notification.tag}`)).size,
    ).toBe(1);
    for (const { bytes } of service.seen)
      for (const secret of [WORDS, 'Maria Exemplo', PEOPLE.maria, 'EC-2026'])
        expect(bytes.includes(secret)).toBe(false);
    await stop();
    await db.destroy();
  },
  WITHIN_MS,
);
