import { PUSH_TAG, type PushMessage } from '../../domain/push/push-message.ts';

type Registration = Pick<ServiceWorkerRegistration, 'showNotification' | 'getNotifications'>;

/**
 * The data of a notification, for the code that handles a press on it. `requestId` is null when the notification is about several requests or an unknown one.
 */
export interface About {
  requestId: string | null;
}

interface Options extends NotificationOptions {
  /** Whether a notification that replaces another one alerts again. TypeScript's types lack it. */
  renotify: boolean;
}

type Words = Pick<PushMessage['notification'], 'title' | 'body' | 'lang' | 'navigate'>;

const REQUEST = /\/pedidos\/([0-9a-f-]{36})$/i;

/** Shown when a push message cannot be read. A browser takes the permission from a page that shows nothing for a push. */
const UNREADABLE: Words = { title: 'Há novidades no e-Clic', lang: 'pt-PT', navigate: '' };

/** Shows a push message in the place of the last notification. If that one is still on the screen and named another request, the new one names none. */
export async function showPush(registration: Registration, text: string | null): Promise<void> {
  const { title, body, lang, navigate } = read(text);
  const requestId = REQUEST.exec(navigate)?.[1] ?? null;
  // Some browsers cannot list the notifications that are shown.
  const shown: readonly Notification[] = (await registration.getNotifications?.({ tag: PUSH_TAG })) ?? [];
  const isOfOne = shown.every(({ data }) => (data as About | null)?.requestId === requestId);
  const about: About = { requestId: isOfOne ? requestId : null };
  const options: Options = {
    ...(body !== undefined && { body }),
    lang,
    dir: 'ltr',
    tag: PUSH_TAG,
    renotify: true,
    icon: `${import.meta.env.BASE_PATH}/icon-192.png`,
    data: about,
  };
  await registration.showNotification(title, options);
}

/** Reads only the text values of the message: a browser may show nothing if it is given values of other types. */
function read(text: string | null): Words {
  try {
    const { notification } = JSON.parse(text ?? '') as { notification: object };
    const words: Partial<Words> = Object.fromEntries(
      Object.entries(notification).filter(([, value]) => typeof value === 'string'),
    );
    return { ...UNREADABLE, ...words };
  } catch {
    return UNREADABLE;
  }
}
