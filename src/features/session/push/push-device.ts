import type { PushSubscription as Described } from '../../../../contract/types.ts';
import { fromBase64Url } from '../../../../shared/base64url.ts';

export type BrowserSubscription = Pick<Described, 'endpoint' | 'keys'>;

/** `denied`: the browser does not let e-Clic show notifications. `failed`: its push service could not be reached or refuses. */
type Subscribed = BrowserSubscription | 'denied' | 'failed';

/** Whether this browser has what push needs. On iPhones Safari has it only once e-Clic is installed. */
export function canBePushed(): boolean {
  return 'PushManager' in globalThis && 'Notification' in globalThis && 'serviceWorker' in navigator;
}

/** Whether the browser lets e-Clic show notifications. The citizen can withdraw this in the browser at any time. */
export function mayShow(): boolean {
  return globalThis.Notification?.permission === 'granted';
}

/** Asks for the permission, which needs a press, and then subscribes. A subscription that was made with another key is replaced. */
export async function subscribe(key: string): Promise<Subscribed> {
  if ((await Notification.requestPermission()) !== 'granted') return 'denied';
  const manager = await findManager();
  const applicationServerKey = fromBase64Url(key);
  if (!manager || !applicationServerKey) return 'failed';
  const options = { userVisibleOnly: true, applicationServerKey };
  const made = await manager.subscribe(options).catch(async () => {
    await endSubscription();
    return manager.subscribe(options).catch(() => null);
  });
  return (made && readMade(made)) ?? 'failed';
}

/** Returns the subscription that the browser already has, or null. */
export async function findSubscription(): Promise<BrowserSubscription | null> {
  const made = await (await findManager())?.getSubscription();
  return made ? readMade(made) : null;
}

/** Ends the browser's subscription. The push service then tells the server that messages to it cannot be delivered. */
export async function endSubscription(): Promise<void> {
  const made = await (await findManager())?.getSubscription();
  // Without a connection some browsers keep the subscription. The server then sends nothing to it, or sends in vain.
  await made?.unsubscribe().catch(() => false);
}

/** Does not wait for `ready`: without a worker, as in development, that would never resolve. */
async function findManager(): Promise<PushManager | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.pushManager ?? null;
}

function readMade(made: PushSubscription): BrowserSubscription | null {
  const { endpoint, keys: { p256dh, auth } = {} } = made.toJSON();
  return endpoint && p256dh && auth ? { endpoint, keys: { p256dh, auth } } : null;
}
