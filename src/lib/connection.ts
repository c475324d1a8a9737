/** What the browser says of its connection; only Chromium says anything. */
interface Connection {
  saveData?: boolean;
  type?: string;
}

const connection = () => (navigator as { connection?: Connection }).connection;

/** Returns whether the browser is set to be sent as little as can be. */
export function savesData(): boolean {
  return connection()?.saveData === true;
}

/** Returns whether the connection is one by which data costs nothing. Browsers that do not say so are taken to have another. */
export function isOnWifi(): boolean {
  return ['wifi', 'ethernet'].includes(connection()?.type ?? '');
}
