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

const REQUEST = /\/pedidos\/([0-9a-f-]{36})$/i;

/** A browser that was told shows something, whatever it was told: one that shows nothing loses the permission. */
const UNREADABLE = { title: 'e-Clic', lang: 'pt-PT', navigate: '' };

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

function read(
  text: string | null,
): Pick<PushMessage['notification'], 'title' | 'body' | 'lang' | 'navigate'> {
  try {
    const { notification }: Partial<PushMessage> = JSON.parse(text ?? '');
    return typeof notification?.title === 'string' ? { ...UNREADABLE, ...notification } : UNREADABLE;
  } catch {
    return UNREADABLE;
  }
}
