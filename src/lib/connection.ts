/** What the browser says of its connection; only Chromium says anything. */
interface Connection {
  saveData?: boolean;
  type?: string;
}

const connection = () => (navigator as { connection?: Connection }).connection;

/** Returns whether the citizen has set the browser to save data. */
export function savesData(): boolean {
  return connection()?.saveData === true;
}

/** Returns whether the connection costs nothing; false where the browser does not say. */
export function isOnWifi(): boolean {
  return ['wifi', 'ethernet'].includes(connection()?.type ?? '');
}
