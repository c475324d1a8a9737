import { expect, it } from 'vitest';
import type { Browser } from '../../contract/conformance/subject.ts';
import { decideWithdrawal } from '../../domain/decide/follow-up.ts';
import { followUp } from '../requests/follow-up.ts';
import { endRequests } from '../retention/end-requests.ts';
import { createPushedWorld } from '../testing/pushed-world.ts';
import { MAIL_WAITS_MS } from './announce.ts';
import { sweepDue } from './sweep-due.ts';

const MORNING_AFTER_MS = 6 * 3_600_000;

const world = createPushedWorld();
const { clocks, tellDevice, request, play, deliver, deliverMails } = world;

const read = (browser: Browser, { id }: { id: string }) =>
  browser.send('PUT', `/requests/${id}/read-mark`, {
    json: { readUpTo: new Date(clocks.officeNow()).toISOString() },
  });

it('what was read before it is sent is neither pushed nor mailed; what was not is pushed, and mailed after an hour', async () => {
  const { browser } = await tellDevice();
  const [seen, unseen] = [await request(), await request()];
  await deliverMails();
  for (const named of [seen, unseen]) await play(named, 'ask');
  await read(browser, seen);
  const pushes = await deliver();
  expect(pushes.map(({ message }) => message.notification.navigate)).toEqual([
    `https://eclic.exemplo.pt/pedidos/${unseen.id}`,
  ]);
  expect(await deliverMails()).toEqual([]);
  clocks.advance(MAIL_WAITS_MS);
  const mails = await deliverMails();
  expect(mails.map(({ text }) => text.includes(unseen.id))).toEqual([true]);
});

it('what was read after a press on the notification is not mailed an hour later', async () => {
  const { browser } = await tellDevice();
  const named = await request();
  await deliverMails();
  await play(named, 'answer');
  expect(await deliver()).toHaveLength(1);
  await read(browser, named);
  clocks.advance(MAIL_WAITS_MS);
  expect(await deliverMails()).toEqual([]);
});

it('whoever has no device that is told gets the mail at once', async () => {
  const named = await request();
  await deliverMails();
  await play(named, 'ask');
  expect(await deliverMails()).toHaveLength(1);
});

it('whoever was asked and can answer no more, because the office closes the request, is told so', async () => {
  await tellDevice();
  const [asked, answered] = [await request(), await request()];
  await play(asked, 'ask');
  await play(answered, 'answer');
  await deliver();
  clocks.advance(MAIL_WAITS_MS);
  await deliverMails();
  for (const named of [asked, answered]) await play(named, 'close');
  expect((await deliver()).map(({ message }) => message.notification.navigate)).toEqual([
    `https://eclic.exemplo.pt/pedidos/${asked.id}`,
  ]);
  clocks.advance(MAIL_WAITS_MS);
  const mails = await deliverMails();
  expect(mails.map(({ text }) => text)).toEqual([expect.stringMatching(/^Há novidades no pedido EC-\d/)]);
});

it('that a request was received is mailed at once, also where a device is told', async () => {
  await tellDevice();
  const { id } = await request();
  expect((await deliverMails()).map(({ text }) => text.includes(id))).toEqual([true]);
});

it('the due dates of both sides are told, near and missed, once for all the nights', async () => {
  await tellDevice({ saysDate: true });
  const [waits, asked] = [await request(), await request()];
  await play(asked, 'ask');
  await deliver();
  const told: string[] = [];
  for (let day = 1; day <= 140; day += 1) {
    clocks.moveOffice(1);
    // Nothing happens on these days, long after the office's due date and long before Maria's last day.
    if (day > 13 && day < 110) continue;
    await sweepDue(world.context);
    await endRequests(world.context);
    for (const { message } of await deliver()) {
      const { navigate, body = '' } = message.notification;
      told.push(`${navigate.endsWith(waits.id) ? `${day} the office’s` : 'hers'} ${body}`.trim());
    }
  }
  expect(told).toEqual([
    '8 the office’s',
    '11 the office’s',
    expect.stringMatching(/^hers Responda até \d+ de \p{Ll}+$/u),
    'hers',
  ]);
});

it.each([
  ['in winter', '2026-12-15', '09'],
  ['in summer', '2027-06-08', '08'],
  ['on the day on which summer time begins', '2027-03-28', '08'],
  ['on the day on which it ends', '2027-10-31', '09'],
])(
  'what is found at night rings at nine in Lisbon, %s, and is mailed an hour later',
  async (_when, day, hour) => {
    const moveTo = (time: string) => clocks.advance(Date.parse(`${day}T${time}Z`) - clocks.now());
    const named = await request();
    await deliverMails();
    moveTo('03:00:00');
    await tellDevice();
    await sweepDue(world.context);
    moveTo(`${hour}:00:00`);
    clocks.advance(-1);
    expect(await deliver()).toEqual([]);
    clocks.advance(1);
    expect((await deliver()).map(({ message }) => message.notification.navigate)).toEqual([
      `https://eclic.exemplo.pt/pedidos/${named.id}`,
    ]);
    clocks.advance(MAIL_WAITS_MS - 1);
    expect(await deliverMails()).toEqual([]);
    clocks.advance(1);
    expect(await deliverMails()).toHaveLength(1);
  },
);

it('what is found at night and is no longer so in the morning is told to nobody', async () => {
  const named = await request();
  await deliverMails();
  clocks.advance(Date.parse('2026-12-15T03:00:00Z') - clocks.now());
  await sweepDue(world.context);
  expect(await deliverMails()).toEqual([]);
  await followUp(world.context, named, decideWithdrawal);
  clocks.advance(MORNING_AFTER_MS);
  expect(await deliverMails()).toEqual([]);
});

it('of a due date nobody is told who has used e-Clic since it was found', async () => {
  const { browser } = await tellDevice();
  await request();
  clocks.moveOffice(8);
  await sweepDue(world.context);
  clocks.advance(11_000);
  await browser.send('POST', '/session/extension');
  expect(await deliver()).toEqual([]);
});
