import { readFile } from 'node:fs/promises';
import i18next from 'i18next';
import type { PdfWords } from '../src/features/receipt/pdf-parts.ts';

const NAMESPACES = ['receipt', 'requests', 'common'] as const;

/** Loads the words of a PDF in a language from the app's texts. */
export async function readPdfWords(language: string): Promise<PdfWords> {
  const texts = [...NAMESPACES, 'topics'].map((name) =>
    readFile(`locales/${language}/${name}.json`, 'utf8').then(JSON.parse),
  );
  const [receipt, requests, common, labels] = await Promise.all(texts);
  const instance = i18next.createInstance();
  await instance.init({ lng: language, resources: { [language]: { receipt, requests, common } } });
  return { t: instance.getFixedT(language, NAMESPACES), language, labels };
}
