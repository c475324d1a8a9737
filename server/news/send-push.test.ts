import { expect, it } from 'vitest';
import { PEOPLE } from '../../contract/conformance/subject.ts';
import { createPushedWorld, HER_WORDS } from '../testing/pushed-world.ts';

const RETRY_MS = 10_000;
const MINUTE_MS = 60_000;

const world = createPushedWorld();
const { clocks, tellDevice, request, play, deliver } = world;

const waiting = () =>
  world.context.db.selectFrom('jobs').selectAll().where('name', '=', 'sendPush').execute();

it.each(['ask', 'answer', 'forward'] as const)(
  'when the office does «%s», each device says in its language that there is news, leads to the request, and says nothing else',
  async (action) => {
    const one = await tellDevice();
    const other = await tellDevice({ language: 'uk', saysDate: action !== 'ask' });
    const named = await request();
    await play(named, action);
    const seen = await deliver();
    const navigate = `https://eclic.exemplo.pt/pedidos/${named.id}`;
    const rest = { dir: 'ltr', tag: 'eclic-news', navigate };
    const shown = (title: string, lang: string) => ({
      web_push: 8030,
      notification: { title, lang, ...rest },
    });
    expect(new Map(seen.map(({ endpoint, message }) => [endpoint, message]))).toEqual(
      new Map([
        [one.endpoint, shown('Há novidades no e-Clic', 'pt-PT')],
        [other.endpoint, shown('В e-Clic є новини', 'uk')],
      ]),
    );
    for (const { bytes } of seen)
      for (const secret of [HER_WORDS, 'Maria', PEOPLE.maria, named.id, 'EC-2026', 'Centro de contacto'])
        expect(bytes.toString('latin1')).not.toContain(secret);
  },
);

it('no message is longer than another: a push service learns that there is news, and nothing of which', async () => {
  await tellDevice();
  await tellDevice({ language: 'fr', saysDate: true });
  await play(await request(), 'ask');
  const lengths = (await deliver()).map(({ bodyBytes }) => bodyBytes);
  expect(lengths).toHaveLength(2);
  expect(new Set(lengths).size).toBe(1);
});

it('the day by which to answer is said where that was chosen, and of a question alone', async () => {
  await tellDevice({ saysDate: true });
  const named = await request();
  await play(named, 'ask');
  const [asked] = await deliver();
  await play(named, 'answer');
  const [answered] = await deliver();
  expect(asked?.message.notification.body).toMatch(/^Responda até \d{1,2} de \p{Ll}+$/u);
  expect(answered?.message.notification.body).toBeUndefined();
});

it('what was received, or only moves on at the office, is pushed to nobody: the device that sent it says so itself', async () => {
  await tellDevice();
  await play(await request(), 'review');
  expect(await deliver()).toEqual([]);
});

it.each([404, 410])('a browser that is told no more (%i) is not told again', async (status) => {
  const { endpoint } = await tellDevice();
  world.service.answer(endpoint, async () => new Response(null, { status }));
  await play(await request(), 'ask');
  await deliver();
  expect(await world.context.db.selectFrom('pushSubscriptions').selectAll().execute()).toEqual([]);
  expect(await waiting()).toEqual([]);
});

it('a service that wants to be left alone is left alone for as long, and then told once', async () => {
  const [busy, other] = [await tellDevice(), await tellDevice()];
  const headers = { 'Retry-After': '120' };
  world.service.answer(busy.endpoint, async () => new Response(null, { status: 429, headers }));
  await play(await request(), 'ask');
  expect((await deliver()).map(({ endpoint }) => endpoint)).toEqual([other.endpoint]);
  world.service.answer(busy.endpoint, null);
  clocks.advance(2 * MINUTE_MS - 1);
  expect(await deliver()).toEqual([]);
  clocks.advance(1);
  expect((await deliver()).map(({ endpoint }) => endpoint)).toEqual([busy.endpoint]);
  expect(await deliver()).toEqual([]);
  expect(world.outages).toEqual([]);
});

it.each([
  ['fails', async () => new Response(null, { status: 500 })],
  ['refuses', async () => new Response(null, { status: 403 })],
  [
    'cannot be reached',
    async () => Promise.reject(new TypeError('fetch failed', { cause: new Error('ECONNREFUSED') })),
  ],
  [
    'says nothing',
    () => {
      setTimeout(world.loseWait);
      return new Promise<Response>(() => {});
    },
  ],
])(
  'where a service %s the device is told later, once, and the log hears of an outage',
  async (_how, answer) => {
    const { endpoint } = await tellDevice();
    world.service.answer(endpoint, answer);
    await play(await request(), 'ask');
    expect(await deliver()).toEqual([]);
    expect(world.outages.map(({ of }) => of)).toEqual(['push']);
    world.service.answer(endpoint, null);
    clocks.advance(RETRY_MS);
    expect(await deliver()).toHaveLength(1);
    expect(await deliver()).toEqual([]);
  },
);

it('a browser whose keys are no keys, kept before such were refused, is told nothing and holds up nobody', async () => {
  const { endpoint } = await tellDevice();
  const { db, seal } = world.context;
  const { sessionId } = await db
    .selectFrom('pushSubscriptions')
    .select('sessionId')
    .executeTakeFirstOrThrow();
  const kept = { endpoint, keys: { p256dh: `B${'A'.repeat(86)}`, auth: 'A'.repeat(22) } };
  const subscriptionSealed = seal.seal(JSON.stringify(kept), sessionId);
  await db.updateTable('pushSubscriptions').set({ subscriptionSealed }).execute();
  const other = await tellDevice();
  await play(await request(), 'ask');
  expect((await deliver()).map(({ endpoint }) => endpoint)).toEqual([other.endpoint]);
  expect(await waiting()).toEqual([]);
});

it('a device that was signed out in the meantime is not told any more', async () => {
  const { browser } = await tellDevice();
  await play(await request(), 'ask');
  await browser.send('DELETE', '/session');
  expect(await deliver()).toEqual([]);
});

it('where a server has no push, nothing waits to be sent', async () => {
  await tellDevice();
  world.context = { ...world.context, push: null };
  await play(await request(), 'ask');
  expect(await waiting()).toEqual([]);
});
