import { expect, test } from 'vitest';
import { writePushMessage } from '../../../../domain/push/push-message.ts';
import { createPretendWorker } from '../../../../testing/pretend-worker.ts';
import { openPressed, showPushed } from './notifications.ts';

const WORDS = { title: 'Há novidades no e-Clic', until: 'Responda até {{day}}' };
const ONE = '3f0c1d1e-8a34-4bb0-9a45-0d6d3a9d2a11';
const OTHER = '8d6f2a10-52a3-4c43-9a4f-4d1b6f6b0002';

const messageOf = (requestId: string, until: string | null = null) =>
  JSON.stringify(
    writePushMessage(WORDS, {
      language: 'pt-PT',
      navigate: `https://e-clic.test/pedidos/${requestId}`,
      until,
    }),
  );
const bring = (text: string | null) => ({ data: text === null ? null : { text: () => text } });

test('what the push service brings is shown in its own words, and a press on it opens the very request', async () => {
  const { scope, dispatch, shown, opened } = createPretendWorker();
  showPushed(scope);
  openPressed(scope);
  await dispatch('push', bring(messageOf(ONE, '2026-12-07')));
  expect(shown).toMatchObject([
    { title: 'Há novidades no e-Clic', body: 'Responda até 7 de dezembro', lang: 'pt-PT' },
  ]);
  await dispatch('notificationclick', { notification: { data: shown[0]?.data, close() {} } });
  expect(opened).toEqual([`/pedidos/${ONE}`]);
});

test('several become one, which opens the list; two of one request still open that one', async () => {
  const { scope, dispatch, shown } = createPretendWorker();
  showPushed(scope);
  for (const requestId of [ONE, ONE, OTHER, ONE]) await dispatch('push', bring(messageOf(requestId)));
  expect(shown.map(({ data }) => data.requestId)).toEqual([ONE, ONE, null, null]);
  expect(new Set(shown.map(({ tag }) => tag)).size).toBe(1);
});

test.each([
  ['nothing', null],
  ['what nobody can read', '\u0000'],
  ['what has no title', '{"web_push":8030,"notification":{}}'],
  ['what is no object', 'null'],
])(
  'a push that brings %s shows something all the same: else some browsers allow no more',
  async (_what, text) => {
    const { scope, dispatch, shown } = createPretendWorker();
    showPushed(scope);
    await dispatch('push', bring(text));
    expect(shown).toMatchObject([{ title: 'Há novidades no e-Clic', data: { requestId: null } }]);
  },
);

test.each([
  ['an address that is no word', { title: 'Há novidades', navigate: { toString: 0 } }],
  ['words that are none', { title: 'Há novidades', body: { toString: 0 }, lang: ['pt-PT', {}] }],
])('a push that brings %s shows what can be read of it', async (_what, notification) => {
  const { scope, dispatch, shown } = createPretendWorker();
  showPushed(scope);
  await dispatch('push', bring(JSON.stringify({ web_push: 8030, notification })));
  expect(shown).toMatchObject([{ title: 'Há novidades', lang: 'pt-PT', data: { requestId: null } }]);
  expect(shown[0]).not.toHaveProperty('body');
});
