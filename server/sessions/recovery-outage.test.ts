import { expect, it } from 'vitest';
import { Outage } from '../outage.ts';
import { RITA, setUpPasswords } from '../testing/password-world.ts';

const MINUTE_MS = 60_000;
const NOBODY = { ...RITA, niss: '12345678910' };
const { clocks, mailbox, mail, bugs, open, ask, finish, runJobs } = await setUpPasswords();

it('while no mail can be sent everybody is told so, and nobody’s tries are counted', async () => {
  mail.reach = () => Promise.reject(new Outage('mail', new Error('no route')));
  for (let times = 0; times < 10; times += 1)
    for (const person of [RITA, NOBODY]) expect((await ask(open(), person)).body.type).toBe('unavailable');
  mail.reach = async () => {};
  for (let times = 0; times < 3; times += 1) expect((await ask(open())).status).toBe(204);
});

it('a mail that is not taken after all is tried again as long as its code would live, and then is none that was sent', async () => {
  const browser = open();
  mail.take = () => Promise.reject(new Outage('mail', new Error('451')));
  for (let times = 0; times < 3; times += 1) await ask(times === 0 ? browser : open());
  await runJobs();
  expect(bugs.length).toBeGreaterThan(0);
  expect((await ask(open())).body.type).toBe('too-many-attempts');
  mail.take = async () => {};
  clocks.advance(MINUTE_MS);
  await runJobs();
  expect(mailbox.mails).toHaveLength(3);
  // Each browser has a code of its own.
  const codes = mailbox.mails.map(({ text }) => /\b[a-z0-9]{5}-[a-z0-9]{5}\b/.exec(text)?.[0] ?? '');
  const types = [];
  for (const code of codes) types.push((await finish(browser, code)).status);
  expect(types.filter((status) => status === 204)).toHaveLength(1);
});

it('what was never sent tells nobody who has a NISS: whoever asked three times is refused a fourth, be anybody there or not', async () => {
  mail.take = () => Promise.reject(new Outage('mail', new Error('451')));
  for (let times = 0; times < 3; times += 1) for (const person of [RITA, NOBODY]) await ask(open(), person);
  await runJobs();
  mail.take = async () => {};
  clocks.advance(11 * MINUTE_MS);
  await runJobs();
  expect(mailbox.mails).toEqual([]);
  for (const person of [RITA, NOBODY])
    expect((await ask(open(), person)).body.type).toBe('too-many-attempts');
});
