import type { BrowserContext, Page } from '@playwright/test';
import { ALL_TAG } from '../../ops/test/level.ts';
import { openPanel, openRequestThatIs, playClerk } from '../clerk.ts';
import { expect, test } from '../fixtures.ts';
import { beSignedIn, heading } from '../steps.ts';

test.use({ serviceWorkers: 'allow', permissions: ['notifications'] });

interface Shown {
  title: string;
  body: string;
  lang: string;
}

/** What the device shows of e-Clic just now. */
function listShown(page: Page): Promise<Shown[]> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const shown = await registration.getNotifications();
    return shown.map(({ title, body, lang }) => ({ title, body, lang }));
  });
}

/** As the push service would, by the protocol of the developer's tools. */
async function bringPush(page: Page, message: object): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const found = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [registration] }) => {
      if (registration) resolve(registration.registrationId);
    });
  });
  await session.send('ServiceWorker.enable');
  const origin = new URL(page.url()).origin;
  const registrationId = await found;
  const data = JSON.stringify(message);
  await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data });
}

/** The press itself is the system's, and no protocol has it: the worker hears of it as it would. */
async function press(context: BrowserContext): Promise<void> {
  const [worker] = context.serviceWorkers();
  await worker?.evaluate(async () => {
    const scope = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      WindowClient: { prototype: { focus: () => Promise<unknown> } };
      NotificationEvent: new (type: string, options: { notification?: Notification }) => Event;
      dispatchEvent(event: Event): boolean;
    };
    // Without a finger on the screen a browser lets no page come to the front.
    scope.WindowClient.prototype.focus = async () => undefined;
    const [notification] = await scope.registration.getNotifications();
    scope.dispatchEvent(
      new scope.NotificationEvent('notificationclick', notification ? { notification } : {}),
    );
  });
}

test('Maria has this device tell her: the very notification comes, says nothing of the request, and leads to it', {
  tag: ALL_TAG,
}, async ({ page, context }) => {
  await beSignedIn(page);
  const reference = await openRequestThatIs(page, 'Em análise');
  const requestUrl = page.url();
  await page.goto('/definicoes');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload();
  const box = page.getByRole('checkbox', { name: 'Avisar neste dispositivo', exact: true });
  await box.click();
  await expect(box).toBeChecked();
  const date = page.getByRole('checkbox', { name: 'Dizer também até que dia tem de responder' });
  await date.click();
  await expect(date).toBeChecked();

  const panel = await openPanel(context);
  await playClerk(panel, 'Fazer uma pergunta', reference);
  await expect.poll(() => listShown(page)).toHaveLength(1);
  const [shown] = await listShown(page);
  expect(shown).toMatchObject({ title: 'Há novidades no e-Clic', lang: 'pt-PT' });
  expect(shown?.body).toMatch(/^Responda até \d{1,2} de \p{Ll}+$/u);
  await panel.close();
  await press(context);
  await expect(page).toHaveURL(requestUrl);

  // The same from afar, of another request too: they become one, which leads to the list.
  const title = 'Há novidades no e-Clic';
  for (const id of ['3f0c1d1e-8a34-4bb0-9a45-0d6d3a9d2a11', '8d6f2a10-52a3-4c43-9a4f-4d1b6f6b0002']) {
    const navigate = `${new URL(requestUrl).origin}/pedidos/${id}`;
    const notification = { title, lang: 'pt-PT', dir: 'ltr', tag: 'eclic-news', navigate };
    await bringPush(page, { web_push: 8030, notification });
  }
  await expect.poll(() => listShown(page)).toEqual([{ title, body: '', lang: 'pt-PT' }]);
  await press(context);
  await expect(heading(page, 'Os meus pedidos')).toBeVisible();
});
