/** Null where the browser has notifications but leaves them to its worker: Chrome on Android throws when a page makes one. */
export function makeNotification(title: string, options?: NotificationOptions): Notification | null {
  try {
    return new Notification(title, options);
  } catch {
    return null;
  }
}
