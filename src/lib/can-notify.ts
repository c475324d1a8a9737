/**
 * Whether this browser shows notifications that a page makes. Chrome on Android knows them, but leaves them to the service worker and throws.
 * Without a permission, making one shows nothing.
 */
export function canNotify(): boolean {
  if (!('Notification' in globalThis)) return false;
  if (Notification.permission !== 'default') return true;
  try {
    new Notification('').close();
    return true;
  } catch {
    return false;
  }
}
