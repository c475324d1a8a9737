import type { DeviceDatabase } from './device-database.ts';

interface KeptLanguage {
  key: 'language';
  language: string;
}

/** The table with the device's language for the worker, which cannot read `localStorage`, where pages keep it. The language says nothing about the citizen. */
function tableOf(device: DeviceDatabase) {
  return device.table<KeptLanguage, string>('device');
}

/** Returns undefined until a page has kept the language. */
export async function readKeptLanguage(device: DeviceDatabase): Promise<string | undefined> {
  return (await tableOf(device).get('language'))?.language;
}

/** Writes only a language that differs: after each write to this table every page reads again who is here. */
export async function keepLanguageForWorker(device: DeviceDatabase, language: string): Promise<void> {
  if ((await readKeptLanguage(device)) !== language) await tableOf(device).put({ key: 'language', language });
}
