import { waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { fillDisk } from '../../../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../../../testing/memory-database.ts';
import { endPretendPush, pretendPush } from '../../../../testing/pretend-push.ts';
import { renderFeature } from '../../../../testing/render-feature.tsx';
import { beMaria } from '../../../../testing/sign-in.ts';
import { createApiClient } from '../../../api/client.ts';
import { keepNewsWish, keepPushWish, readPushWish, wantsNews } from '../../../db/requests/news.ts';
import { useSession } from '../../../state/session.ts';
import { renewPush, sayDate } from './change-push.ts';
import { PushOffer } from './push-offer.tsx';
import { PushSetting } from './push-setting.tsx';

const LABEL = 'Avisar neste dispositivo';
const DATE = 'Dizer também até que dia tem de responder';
const ENDPOINT = 'https://fcm.googleapis.com/fcm/send/1';
const OTHERWISE = <p>o que uma página aberta avisa</p>;

afterEach(() => {
  endPretendPush();
  useSession.setState(useSession.getInitialState(), true);
});

/** A server that notes what it is told. */
function listen({ hasPush = true } = {}) {
  const told: string[] = [];
  const server = { isAway: false };
  const api = createApiClient('https://e-clic.test', async (request) => {
    if (request.url.endsWith('/service')) {
      const service = { name: 'e-Clic', ways: ['password'] };
      return Response.json(hasPush ? { ...service, pushKey: `B${'A'.repeat(86)}` } : service);
    }
    if (server.isAway) throw new TypeError('Failed to fetch');
    const body = await request.text();
    const { endpoint = '', saysDate = '', language = '' } = body ? JSON.parse(body) : {};
    told.push([request.method, endpoint, saysDate, language].join(' ').trim());
    return new Response(null, { status: 204 });
  });
  return { api, told, server };
}

async function renderSetting(server = listen(), db = openMemoryDatabase()) {
  const rendered = await renderFeature(<PushSetting otherwise={OTHERWISE} />, { db, api: server.api });
  return { ...rendered, ...server, db };
}

test('at a press the browser is asked and the server told', async () => {
  const browser = pretendPush();
  const { screen, user, told, db } = await renderSetting();
  const box = await screen.findByRole('checkbox', { name: LABEL });
  expect(box).toHaveAccessibleDescription(/apenas «Há novidades no e-Clic», mesmo com o e-Clic fechado/);
  expect(browser.asked).toBe(0);
  await user.click(box);
  await waitFor(() => expect(box).toBeChecked());
  expect(told).toEqual([`PUT ${ENDPOINT} false pt-PT`]);
  expect(await wantsNews(db)).toBe(false);
  expect(await screen.findByText('Este dispositivo avisa quando houver novidades.')).toBeInTheDocument();
});

test('whoever is told by an open page finds that chosen, and one press ends it', async () => {
  pretendPush();
  const db = openMemoryDatabase();
  await keepNewsWish(db, true, new Date());
  const { screen, user } = await renderSetting(listen(), db);
  const box = await screen.findByRole('checkbox', { name: LABEL });
  expect(box).toBeChecked();
  expect(box).toHaveAccessibleDescription(/enquanto tiver o e-Clic aberto/);
  await user.click(box);
  await waitFor(() => expect(box).not.toBeChecked());
  expect(await wantsNews(db)).toBe(false);
  expect(box).toHaveAccessibleDescription(/mesmo com o e-Clic fechado/);
});

test.each([
  { choice: LABEL, before: [], after: ['DELETE', null] },
  { choice: LABEL, before: [LABEL], after: ['DELETE', null] },
  { choice: DATE, before: [LABEL], after: [`PUT ${ENDPOINT} false pt-PT`, ENDPOINT] },
])(
  'a choice that a full device cannot keep is not shown as done, and no notice comes that was not chosen: %o',
  async ({ choice, before, after }) => {
    const browser = pretendPush();
    const { screen, user, told } = await renderSetting();
    for (const name of before) await user.click(await screen.findByRole('checkbox', { name }));
    const box = await screen.findByRole('checkbox', { name: choice });
    await waitFor(() => expect(box.matches(':checked')).toBe(before.includes(choice)));
    fillDisk('write', ['facts']);
    await user.click(box);
    expect(await screen.findByText('Liberte espaço e tente de novo.')).toBeVisible();
    expect(box.matches(':checked')).toBe(before.includes(choice));
    expect([told.at(-1), browser.endpoint]).toEqual(after);
  },
);

test('that the day is said too is a choice of its own, which ends with the other', async () => {
  const browser = pretendPush();
  const { screen, user, told, db } = await renderSetting();
  await user.click(await screen.findByRole('checkbox', { name: LABEL }));
  const date = await screen.findByRole('checkbox', { name: DATE });
  expect(date).toHaveAccessibleDescription(/«Responda até 7 de dezembro»/);
  await user.click(date);
  await waitFor(() => expect(date).toBeChecked());
  await user.click(screen.getByRole('checkbox', { name: LABEL }));
  await waitFor(() => expect(screen.queryByRole('checkbox', { name: DATE })).toBeNull());
  await waitFor(() => expect(told).toHaveLength(3));
  expect(told.map((one) => one.replace(/ https:\S+/, ''))).toEqual([
    'PUT false pt-PT',
    'PUT true pt-PT',
    'DELETE',
  ]);
  expect([browser.endpoint, await readPushWish(db)]).toEqual([null, null]);
});

test.each([
  ['does not let e-Clic show anything', { permission: 'denied' }, /permita as notificações deste sítio/],
  ['reaches no service', { isReached: false }, /não conseguiu ligar-se ao serviço que entrega os avisos/],
] as const)('a browser that %s is explained, with what can be done', async (_what, browser, words) => {
  pretendPush(browser);
  const { screen, user, told, db } = await renderSetting();
  const box = await screen.findByRole('checkbox', { name: LABEL });
  await user.click(box);
  const before = await screen.findByText(words);
  await user.click(box);
  await waitFor(() => expect(before).not.toBeInTheDocument());
  expect(await screen.findByText(words)).toBeVisible();
  expect(box).not.toBeChecked();
  expect([told, await readPushWish(db)]).toEqual([[], null]);
});

test('whoever has taken the permission back is not asked for it by a start, and finds in the settings what to do', async () => {
  const browser = pretendPush();
  const { api, told } = listen();
  const db = openMemoryDatabase();
  await keepPushWish(db, { saysDate: false }, new Date());
  await renewPush({ api, db, language: 'pt-PT' });
  expect([browser.asked, told]).toEqual([0, []]);
  const { screen } = await renderFeature(<PushSetting otherwise={OTHERWISE} />, { db, api });
  expect(await screen.findByText(/permita as notificações deste sítio/)).toBeVisible();
});

test('a start on a full device leaves on what was chosen', async () => {
  pretendPush({ endpoint: 'https://fcm.googleapis.com/fcm/send/kept', permission: 'granted' });
  const { api, told } = listen();
  const db = openMemoryDatabase();
  await keepPushWish(db, { saysDate: false }, new Date());
  fillDisk('write', ['facts']);
  await renewPush({ api, db, language: 'pt-PT' });
  expect(told).toEqual(['PUT https://fcm.googleapis.com/fcm/send/kept false pt-PT']);
});

test('what is chosen while a start tells the server anew stays chosen, here and at the server', async () => {
  pretendPush({ endpoint: 'https://fcm.googleapis.com/fcm/send/kept', permission: 'granted' });
  const { api, told } = listen();
  const db = openMemoryDatabase();
  await keepPushWish(db, { saysDate: false }, new Date());
  const place = { api, db, language: 'pt-PT' } as const;
  const atStart = renewPush(place);
  await Promise.all([sayDate(place, { saysDate: true }), atStart]);
  expect(await readPushWish(db)).toEqual({ saysDate: true });
  expect(told.at(-1)).toMatch(/^PUT \S+ true /);
});

test('what the server does not hear is not shown as done, and leaves nothing in the browser', async () => {
  const browser = pretendPush();
  const { screen, user, server } = await renderSetting();
  server.isAway = true;
  const box = await screen.findByRole('checkbox', { name: LABEL });
  await user.click(box);
  expect(await screen.findByText(/Verifique a ligação e se tem a sessão iniciada/)).toBeVisible();
  expect(box).not.toBeChecked();
  expect(browser.endpoint).toBeNull();
});

test.each([
  { where: 'a server has no push', server: listen({ hasPush: false }) },
  { where: 'a browser has none', hasPush: false },
  { where: 'the device is shared', isShared: true },
])('where $where, what an open page tells is offered in its place', async (given) => {
  const { server = listen(), hasPush = true, isShared = false } = given;
  if (hasPush) pretendPush();
  if (isShared) beMaria({ shared: true });
  const { screen } = await renderSetting(server);
  expect(await screen.findByText('o que uma página aberta avisa')).toBeVisible();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('after the first submission one press does it, and another one puts it away', async () => {
  pretendPush();
  const server = listen();
  let isDone = false;
  const offer = <PushOffer onDone={() => (isDone = true)} />;
  const { screen, user } = await renderFeature(offer, { db: openMemoryDatabase(), api: server.api });
  await user.click(await screen.findByRole('button', { name: 'Agora não' }));
  expect([isDone, server.told]).toEqual([true, []]);
  await user.click(screen.getByRole('button', { name: LABEL }));
  await waitFor(() => expect(server.told).toHaveLength(1));
  await waitFor(() => expect(screen.queryByRole('button', { name: LABEL })).toBeNull());
});
