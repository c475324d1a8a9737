import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import { expect, it, onTestFinished } from 'vitest';
import { closeServer, listenAnywhere, serverAt } from '../../contract/conformance/local-server.ts';
import { ORIGIN, openBrowser } from '../../contract/conformance/subject.ts';
import { keepRunningJobs } from '../jobs/keep-running.ts';
import type { AnsweredCall } from '../operations/metrics.ts';
import { createSite } from '../site.ts';
import { NEW_PASSWORD, RITA, setUpPasswords } from '../testing/password-world.ts';

const LOOK_EVERY_MS = 20;
const { context, mailbox, ask, finish, signIn, change, recoveryCode } = await setUpPasswords();

/** Runs the server as it is deployed: behind HTTP, with jobs beside the calls. */
async function serve(calls: AnsweredCall[]) {
  const site = createSite({ ...context, onCall: (call) => void calls.push(call) });
  const server = createServer(getRequestListener((request) => site(request)));
  const port = await listenAnywhere(server);
  const pause = (signal: AbortSignal) => wait(LOOK_EVERY_MS, undefined, { signal });
  const jobs = keepRunningJobs(context, { pause, readClock: async () => context.clocks.now() });
  onTestFinished(async () => {
    await jobs.stop();
    await closeServer(server);
  });
  return { server: serverAt(port, ORIGIN), advance() {}, stop: async () => {} };
}

it('Rita, who has forgotten it, is sent a code, chooses another one, signs in and changes it again; the log names nobody', async () => {
  const calls: AnsweredCall[] = [];
  const subject = await serve(calls);
  const rita = openBrowser(subject);
  await ask(rita);
  await expect.poll(() => mailbox.mails.length).toBe(1);
  expect((await finish(rita, recoveryCode())).status).toBe(204);
  await expect.poll(() => mailbox.last().subject).toBe('A sua palavra-chave do e-Clic foi alterada');
  await signIn(rita, NEW_PASSWORD);
  expect((await change(rita, NEW_PASSWORD, 'cinco gatos na varanda')).status).toBe(204);
  await expect.poll(() => mailbox.mails.length).toBe(4);
  const told = calls.map(({ method, route, status }) => `${method} ${route} ${status}`);
  expect(told).toEqual(
    expect.arrayContaining([
      'POST /api/v1/session/recovery 204',
      'POST /api/v1/session/recovery/password 204',
      'PUT /api/v1/password 204',
    ]),
  );
  expect(JSON.stringify(calls)).not.toMatch(new RegExp(`${RITA.niss}|${RITA.name}|${rita.citizenId}`));
});
