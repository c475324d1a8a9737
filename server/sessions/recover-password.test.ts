import { expect, it, onTestFinished } from 'vitest';
import { openBrowser } from '../../contract/conformance/subject.ts';
import type { Service } from '../../contract/types.ts';
import { findCitizenId } from '../citizens.ts';
import { forgetOldSignIns } from '../retention/forget-old.ts';
import { gate } from '../testing/gate.ts';
import { NEW_PASSWORD, PASSWORD, RITA, RUI, setUpPasswords } from '../testing/password-world.ts';
import { createPasswordKeeping, createPasswordWay } from './password-way.ts';
import { createSimulator } from './simulator.ts';

const MINUTE_MS = 60_000;
const ADDRESS = '192.0.2.1';
const NOBODY = { ...RITA, niss: '12345678910' };
const { context, clocks, mailbox, ...world } = await setUpPasswords();
const { open, subject, ask, finish, change, enter, signIn, runJobs, recoveryCode } = world;

/** Returns a browser for which a code was sent, and the code. */
async function asking(person = RITA) {
  const browser = open();
  await ask(browser, person);
  await runJobs();
  return { browser, code: recoveryCode() };
}

it('whoever has forgotten it chooses another one by the code that comes by mail, and is told by mail', async () => {
  const { browser, code } = await asking();
  expect(mailbox.last()).toMatchObject({
    to: RITA.email,
    subject: 'Código para escolher outra palavra-chave do e-Clic',
    text: expect.stringContaining('durante 10 minutos'),
  });
  // People type a code like this.
  expect((await finish(browser, code.toUpperCase().replace('-', ' '))).status).toBe(204);
  await runJobs();
  expect(mailbox.last()).toMatchObject({
    to: RITA.email,
    subject: 'A sua palavra-chave do e-Clic foi alterada',
    text: expect.stringContaining('/palavra-chave'),
  });
  expect(JSON.stringify(mailbox.mails)).not.toMatch(new RegExp(`${RITA.niss}|${NEW_PASSWORD}|${RITA.name}`));
  expect((await enter(open(), PASSWORD)).body.type).toBe('wrong-credentials');
  const again = await signIn(browser, NEW_PASSWORD);
  expect((await again.send('GET', '/changes')).status).toBe(200);
});

it('whoever changes it is told by mail, once, and by no word of it', async () => {
  const rita = await signIn(open(), PASSWORD);
  expect((await change(rita, PASSWORD)).status).toBe(204);
  await runJobs();
  await runJobs();
  const told = mailbox.mails.filter(({ subject }) => subject.includes('foi alterada'));
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told)).not.toMatch(new RegExp(`${RITA.niss}|${PASSWORD}|${NEW_PASSWORD}`));
});

it('a code of another citizen, of another browser or of before is none', async () => {
  const [rui, before] = [await asking(RUI), await asking()];
  await ask(before.browser);
  for (const wrong of [rui.code, before.code])
    expect((await finish(before.browser, wrong)).body.type).toBe('wrong-code');
  await runJobs();
  for (const wrong of [rui.code, before.code])
    expect((await finish(before.browser, wrong)).body.type).toBe('wrong-code');
  expect((await finish(before.browser, recoveryCode())).status).toBe(204);
  expect((await finish(rui.browser, rui.code)).status).toBe(204);
});

it('no code is right before one was sent', async () => {
  const browser = open();
  await ask(browser);
  for (const guess of ['null', '0', '-']) expect((await finish(browser, guess)).body.type).toBe('wrong-code');
});

it('nothing is sent to whoever has no account, no palavra-chave or no address', async () => {
  const { db } = context;
  const idOf = async ({ niss }: typeof RITA) => (await findCitizenId(db, context.seal, niss)) ?? '';
  await db
    .deleteFrom('accounts')
    .where('citizenId', '=', await idOf(RITA))
    .execute();
  await db
    .updateTable('citizens')
    .set({ emailSealed: null })
    .where('id', '=', await idOf(RUI))
    .execute();
  for (const person of [NOBODY, RITA, RUI]) expect((await ask(open(), person)).status).toBe(204);
  await runJobs();
  expect(mailbox.mails).toEqual([]);
});

it('the database holds no code', async () => {
  const { code } = await asking();
  const rows = await context.db.selectFrom('recoveries').selectAll().execute();
  expect(rows).toHaveLength(1);
  const jobs = await context.db.selectFrom('jobs').selectAll().execute();
  const bytes = rows.map(({ codeHash }) => Buffer.from(codeHash ?? []).toString('latin1'));
  expect(code).toHaveLength(11);
  expect(JSON.stringify([rows, jobs, bytes])).not.toMatch(new RegExp(`${code}|${code.replace('-', '')}`));
});

it('nothing is hashed for whoever has no right code, nor for whom it is blocked: no turn is taken', async () => {
  const { browser, code } = await asking();
  const judging = gate();
  onTestFinished(judging.open);
  const others = Array.from({ length: 4 }, () => context.turns.citizens.take(ADDRESS, judging.pass));
  for (let tries = 0; tries < 4; tries += 1)
    expect((await finish(browser, 'x')).body.type).toBe('wrong-code');
  // With the right code there is no turn either, and that uses up nothing.
  expect((await finish(browser, code)).body.type).toBe('too-many-at-once');
  judging.open();
  await Promise.all(others);
  expect((await finish(browser, code)).status).toBe(204);
});

it('sixteen guesses at once are no more than five', async () => {
  const { browser, code } = await asking();
  const guesses = await Promise.all(Array.from({ length: 16 }, (_, n) => finish(browser, `guess-${n}`)));
  const types = guesses.map(({ body }) => body.type);
  expect(types.filter((type) => type === 'wrong-code')).toHaveLength(4);
  expect((await finish(browser, code)).body.type).toBe('no-recovery');
});

it('a palavra-chave that is recovered while somebody changes it by the old one, or signs in with it, leaves them nothing', async () => {
  const rita = await signIn(open(), PASSWORD);
  const { browser, code } = await asking();
  const both = await Promise.all([
    finish(browser, code),
    change(rita, PASSWORD, 'cinco gatos na varanda'),
    enter(open(), PASSWORD),
  ]);
  expect(both[0].status).toBe(204);
  const after = await enter(open(), NEW_PASSWORD);
  expect(after.body.status).toBe('codeRequired');
  expect((await rita.send('GET', '/changes')).status).toBe(401);
});

it('what nobody finished is forgotten at night', async () => {
  await asking();
  await forgetOldSignIns(context);
  expect(await context.db.selectFrom('recoveries').selectAll().execute()).toHaveLength(1);
  clocks.advance(10 * MINUTE_MS);
  await forgetOldSignIns(context);
  expect(await context.db.selectFrom('recoveries').selectAll().execute()).toEqual([]);
});

it('where whoever runs the server lets nobody recover one, it can be changed by the present one alone', async () => {
  const keeping = createPasswordKeeping(context, mailbox.send, null);
  const ways = { password: createPasswordWay(context, mailbox.send, keeping), provider: null };
  const alone = subject({ ...context, ways });
  const rita = await signIn(openBrowser(alone), PASSWORD);
  expect((await rita.send<Service>('GET', '/service')).body.recoversPassword).toBe(false);
  expect((await ask(openBrowser(alone))).body.type).toBe('unavailable');
  expect((await finish(openBrowser(alone), 'x')).body.type).toBe('unavailable');
  expect((await change(rita, PASSWORD)).status).toBe(204);
});

it('where anybody may be anybody, nobody changes a palavra-chave for all', async () => {
  const simulated = openBrowser(subject({ ...context, ways: createSimulator('') }));
  expect((await simulated.send<Service>('GET', '/service')).body.recoversPassword).toBe(false);
  expect((await ask(simulated)).body.type).toBe('unavailable');
  expect((await finish(simulated, '123456')).body.type).toBe('unavailable');
  await simulated.send('POST', '/session/password', {
    json: { niss: '10000000000', password: 'Demonstracao1' },
  });
  const json = { code: '123456', shared: false };
  const { body } = await simulated.send<{ citizen: { id: string }; canChangePassword: boolean }>(
    'POST',
    '/session/code',
    { json },
  );
  expect(body.canChangePassword).toBe(false);
  simulated.citizenId = body.citizen.id;
  expect((await change(simulated, 'Demonstracao1')).body.type).toBe('unavailable');
});
