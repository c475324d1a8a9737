import { expect, it, onTestFinished } from 'vitest';
import { openBrowser, PASSWORD, PEOPLE, type Subject } from '../../contract/conformance/subject.ts';
import type { Problem, Session } from '../../contract/types.ts';
import { createApp } from '../app.ts';
import { CLERKS_PASSWORD, OFFICE, setUpClerks } from '../testing/clerk-world.ts';
import { gate } from '../testing/gate.ts';
import type { JudgingTurns } from './judging-turns.ts';
import { addSimulatedPeople } from './simulator.ts';

const ONE_NETWORK_HAS = 4;

const { clocks, context, add, tryToSignIn } = await setUpClerks();

/** Takes as many turns as one network can have, until the returned function ends them. */
function fill(kind: keyof JudgingTurns) {
  const judging = gate();
  onTestFinished(judging.open);
  const others = Array.from({ length: ONE_NETWORK_HAS }, () =>
    context.turns[kind].take(OFFICE, judging.pass),
  );
  return async () => {
    judging.open();
    await Promise.all(others);
  };
}

it('a citizen whom there is no turn for is told that many come at once, and nothing of tries; none is counted', async () => {
  await addSimulatedPeople(context);
  const app = createApp(context);
  const from = { incoming: { socket: { remoteAddress: OFFICE } } };
  const subject: Subject = {
    server: (request) => app(request, from),
    advance: clocks.advance,
    stop: async () => {},
  };
  const enter = () =>
    openBrowser(subject).send<Problem | Session>('POST', '/session/password', {
      json: { niss: PEOPLE.maria, password: PASSWORD },
    });
  const letGo = fill('citizens');
  for (let tries = 0; tries < 10; tries += 1) {
    const { status, headers, body } = await enter();
    expect([status, headers.get('Retry-After'), body]).toEqual([
      429,
      '2',
      { type: 'too-many-at-once', status: 429 },
    ]);
  }
  await letGo();
  expect((await enter()).body.status).toBe('codeRequired');
});

it('so is a clerk', async () => {
  await add('ana');
  const letGo = fill('clerks');
  for (let tries = 0; tries < 10; tries += 1)
    expect(await tryToSignIn('ana', 'wrong')).toEqual({ status: 'noTurn', seconds: 2 });
  await letGo();
  expect(await tryToSignIn('ana', CLERKS_PASSWORD)).toMatchObject({ status: 'needsCode' });
});
