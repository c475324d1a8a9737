export const DEVICE_DATABASE = 'eclic-device';

/** Whether anybody was ever here, without the code that opens databases. Where the browser does not say, somebody may have been. */
export async function deviceExists(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === DEVICE_DATABASE);
  } catch {
    return true;
  }
}
