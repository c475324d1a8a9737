import type { BrowserContext } from '@playwright/test';

type Texts = string | readonly Texts[] | { readonly [key: string]: Texts };

/** The parts of a text that are no words: placeholders, texts within texts, tags. */
const KEPT = /(\{\{[^}]*\}\}|\$t\([^)]*\)|<\/?\w+\s*\/?>)/;
/** Each letter carries two marks where the app's fonts have such a letter, so that a cut at the top or the foot of a line is seen too. */
const ACCENTED: Readonly<Record<string, string>> = {
  ...{ a: 'ǟ', e: 'ḝ', i: 'ḯ', o: 'ṓ', u: 'ǘ', c: 'ḉ', n: 'ṋ', s: 'ṩ', g: 'ģ', y: 'ẏ' },
  ...{ A: 'Ǟ', E: 'Ḝ', I: 'Ḯ', O: 'Ṓ', U: 'Ǘ', C: 'Ḉ', N: 'Ṋ', S: 'Ṩ' },
};
const VOWEL = /[aeiouáâãàéêíóôõú]/i;
export const LENGTHENED_BY = 0.4;

/** Returns a text in no language: accented, and 40 % longer within its words. */
export function pretend(text: string): string {
  let letters = 0;
  let added = 0;
  const dress = (letter: string) => {
    letters += 1;
    const accented = ACCENTED[letter] ?? letter;
    const isDue = VOWEL.test(letter) && added < letters * LENGTHENED_BY;
    const times = isDue ? 1 + Math.ceil(letters * LENGTHENED_BY - added) : 1;
    added += times - 1;
    return accented.repeat(times);
  };
  const pieces = text.split(KEPT);
  return pieces.map((piece, n) => (n % 2 === 1 ? piece : [...piece].map(dress).join(''))).join('');
}

function pretendAll(texts: Texts): Texts {
  if (typeof texts === 'string') return pretend(texts);
  if (Array.isArray(texts)) return texts.map(pretendAll);
  return Object.fromEntries(Object.entries(texts).map(([key, value]) => [key, pretendAll(value)]));
}

/** Turns the app's texts into the pretended language from then on. A worker would serve the real ones. */
export async function speakInPretence(context: BrowserContext): Promise<void> {
  await context.route('**/assets/**/*.json', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: pretendAll((await response.json()) as Texts) });
  });
}
