import type { DeviceDatabase } from './device-database.ts';

interface KeptLanguage {
  key: 'language';
  language: string;
}

/** The language of this device, for the worker, which cannot read where pages keep it. It says nothing about whoever is here. */
function tableOf(device: DeviceDatabase) {
  return device.table<KeptLanguage, string>('device');
}

/** Undefined until a page has said it. */
export async function readKeptLanguage(device: DeviceDatabase): Promise<string | undefined> {
  return (await tableOf(device).get('language'))?.language;
}

/** Writes only what differs: every page reads anew who is here after a write. */
export async function keepLanguageForWorker(device: DeviceDatabase, language: string): Promise<void> {
  if ((await readKeptLanguage(device)) !== language) await tableOf(device).put({ key: 'language', language });
}
