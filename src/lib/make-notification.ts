interface Options extends NotificationOptions {
  /** Whether one that takes the place of another is told anew. TypeScript does not know of it yet; browsers that do not either pass over it. */
  renotify?: boolean;
}

/** Null where the browser has notifications but leaves them to its worker: Chrome on Android throws when a page makes one. */
export function makeNotification(title: string, options?: Options): Notification | null {
  try {
    return new Notification(title, options);
  } catch {
    return null;
  }
}
