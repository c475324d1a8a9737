interface Options extends NotificationOptions {
  /** Whether a notification that replaces another one alerts again. TypeScript's types lack it, and browsers without it ignore it. */
  renotify?: boolean;
}

/** Returns null where the browser has notifications but leaves them to its worker: Chrome on Android throws when a page makes one. */
export function makeNotification(title: string, options?: Options): Notification | null {
  try {
    return new Notification(title, options);
  } catch {
    return null;
  }
}
