/** What Chromium alone says of the line that it has. */
interface Connection {
  saveData?: boolean;
  type?: string;
}

const connection = () => (navigator as { connection?: Connection }).connection;

/** Whoever uses this browser has asked to be sent as little as can be. */
export function savesData(): boolean {
  return connection()?.saveData === true;
}

/** Nobody pays for what comes by it. Browsers that do not say so are taken to be elsewhere. */
export function isOnWifi(): boolean {
  return ['wifi', 'ethernet'].includes(connection()?.type ?? '');
}
