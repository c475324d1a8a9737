import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type Browser, PEOPLE, signIn, submission, submitted } from '../../contract/conformance/subject.ts';
import type { PushSubscription } from '../../contract/types.ts';
import type { OfficeAction } from '../../domain/office-moves.ts';
import { PUSH_SERVICES } from '../../domain/push/push-services.ts';
import { MARIA_ID } from '../../domain/simulator.ts';
import { createApp } from '../app.ts';
import type { Context } from '../context.ts';
import { migrate } from '../db/migrate.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import type { Mail } from '../mail/mailer.ts';
import { Outage } from '../outage.ts';
import { createPush } from '../push/push.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { addSimulatedPeople } from '../sessions/simulator.ts';
import { createMailbox, type Mailbox } from './mailbox.ts';
import { playClerk } from './play-clerk.ts';
import { createPushService, type PushService } from './push-service.ts';
import { START_MS } from './start-ms.ts';
import { createTestClocks, type TestClocks } from './test-clocks.ts';
import { createTestContext } from './test-context.ts';
import { openTestDatabase } from './test-database.ts';

/** Maria's words, which nobody may read in a notification. */
export const HER_WORDS = 'Tenho uma doença de que ninguém sabe.';

export interface PushedWorld {
  clocks: TestClocks;
  context: Context;
  service: PushService;
  /** The outages that the log was told of. */
  outages: Outage[];
  /** Ends the wait for a push service that says nothing, as a timeout does. */
  loseWait(): void;
  /** Signs Maria in on a device that is told of news. */
  tellDevice(fields?: Partial<PushSubscription>): Promise<{ browser: Browser; endpoint: string }>;
  /** Submits a request of Maria's. */
  request(): Promise<NamedRequest>;
  play(named: NamedRequest, action: OfficeAction): Promise<void>;
  /** Sends the messages that are due, and returns what the push service has taken since the last call. */
  deliver(): Promise<PushService['seen']>;
  deliverMails(): Promise<Mail[]>;
}

/** Makes a server, a mailbox and a push service, anew for each test. */
export function createPushedWorld(): PushedWorld {
  const clocks = createTestClocks();
  let mailbox: Mailbox;
  let patience: AbortController;
  const subject = () => ({ server: createApp(world.context), advance: clocks.advance, stop: async () => {} });
  const world = {
    clocks,
    outages: [] as Outage[],
    loseWait() {
      patience.abort(new DOMException('The time is over', 'TimeoutError'));
      patience = new AbortController();
    },
    async tellDevice(fields = {}) {
      const browser = await signIn(subject(), PEOPLE.maria);
      const made = world.service.subscribe((await world.context.push?.publicKey()) ?? '');
      const json = { ...made, language: 'pt-PT', saysDate: false, ...fields };
      expect((await browser.send('PUT', '/push', { json })).status).toBe(204);
      return { browser, endpoint: made.endpoint };
    },
    async request() {
      const maria = await signIn(subject(), PEOPLE.maria);
      const id = await submitted(maria, submission({ description: HER_WORDS }));
      return { citizenId: maria.citizenId, id };
    },
    play: (named, action) => playClerk(world.context, named, action),
    async deliver() {
      await runDueJobs(world.context, 'sendPush');
      return world.service.seen.splice(0);
    },
    async deliverMails() {
      await runDueJobs(world.context, 'tellNews');
      return mailbox.mails.splice(0);
    },
  } as PushedWorld;

  beforeAll(async () => {
    world.context = createTestContext(await openTestDatabase(), clocks);
    const { db, seal } = world.context;
    await migrate(db);
    await addSimulatedPeople(world.context);
    const emailSealed = seal.seal('maria@exemplo.pt', MARIA_ID);
    await db.updateTable('citizens').set({ emailSealed }).where('id', '=', MARIA_ID).execute();
  }, START_MS);
  afterAll(() => world.context.db.destroy());

  beforeEach(async () => {
    clocks.restart();
    mailbox = createMailbox();
    patience = new AbortController();
    world.outages = [];
    world.service = createPushService(clocks.now);
    const { db, seal, site } = world.context;
    const { call } = world.service;
    const options = { db, seal, now: clocks.now, subject: site, services: PUSH_SERVICES, call };
    world.context = {
      ...world.context,
      sendMail: mailbox.send,
      push: createPush({ ...options, wait: () => patience.signal }),
      onBug(error) {
        if (!(error instanceof Outage)) throw error;
        world.outages.push(error);
      },
    };
    for (const table of ['jobs', 'toldNews', 'messages', 'requests', 'sessions'] as const)
      await db.deleteFrom(table).execute();
  });

  return world;
}
