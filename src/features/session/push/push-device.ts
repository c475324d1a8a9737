import type { PushSubscription as Described } from '../../../../contract/types.ts';
import { fromBase64Url } from '../../../../shared/base64url.ts';

export type BrowserSubscription = Pick<Described, 'endpoint' | 'keys'>;

/** `denied`: the browser lets e-Clic show nothing. `failed`: its push service could not be reached, or wants none. */
export type Subscribed = BrowserSubscription | 'denied' | 'failed';

/** Whether this browser has what a push service needs: Safari has it on iPhones once e-Clic is installed. */
export function canBePushed(): boolean {
  return 'PushManager' in globalThis && 'Notification' in globalThis && 'serviceWorker' in navigator;
}

/** Whether the browser lets e-Clic show something: that can be taken back there at any time. */
export function mayShow(): boolean {
  return globalThis.Notification?.permission === 'granted';
}

/** Asks for the permission, for which there has to be a press, and then the push service. One that was made with another key gives way. */
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

/** What the browser has already; null: nothing. */
export async function findSubscription(): Promise<BrowserSubscription | null> {
  const made = await (await findManager())?.getSubscription();
  return made ? readMade(made) : null;
}

/** What is sent to it from now on comes back to the server as gone. */
export async function endSubscription(): Promise<void> {
  const made = await (await findManager())?.getSubscription();
  // Without a connection some browsers keep it: the server sends nothing to it any more, or tries in vain.
  await made?.unsubscribe().catch(() => false);
}

/** Not by `ready`: where no worker comes, as in development, that would be for ever. */
async function findManager(): Promise<PushManager | null> {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.pushManager ?? null;
}

function readMade(made: PushSubscription): BrowserSubscription | null {
  const { endpoint, keys: { p256dh, auth } = {} } = made.toJSON();
  return endpoint && p256dh && auth ? { endpoint, keys: { p256dh, auth } } : null;
}
