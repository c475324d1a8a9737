import { PUSH_TAG, type PushMessage } from '../../domain/push/push-message.ts';

type Registration = Pick<ServiceWorkerRegistration, 'showNotification' | 'getNotifications'>;

/** What a notification is about, for whoever hears that it was pressed. Null: several requests, or none that is known. */
interface About {
  requestId: string | null;
}

interface Options extends NotificationOptions {
  /** Whether one that takes the place of another is told anew. TypeScript does not know of it yet. */
  renotify: boolean;
}

type Words = Pick<PushMessage['notification'], 'title' | 'body' | 'lang' | 'navigate'>;

const REQUEST = /\/pedidos\/([0-9a-f-]{36})$/i;

/** A browser that was told shows something, whatever it was told: one that shows nothing loses the permission. */
const UNREADABLE: Words = { title: 'e-Clic', lang: 'pt-PT', navigate: '' };

/** Shows what a push service has brought, in the place of what it brought before and is still there: then it is about several. */
export async function showPush(registration: Registration, text: string | null): Promise<void> {
  const { title, body, lang, navigate } = read(text);
  const requestId = REQUEST.exec(navigate)?.[1] ?? null;
  // Some browsers have no list of what they show.
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

/** Its words alone: a browser that is given anything else may show nothing. */
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
