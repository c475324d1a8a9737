import { checkPlurals, formsOf, isPlural, withoutForm } from './plural-rules.ts';

interface LocaleTexts {
  [key: string]: string | string[] | LocaleTexts;
}

/** `pt-PT` → `common` → its texts. */
export type Locales = Record<string, Record<string, LocaleTexts>>;

/** Maps texts by their whole keys, such as `session:signOut.drafts_one`. Each entry of a list has a key of its own. */
function flatten(texts: LocaleTexts | string[], prefix: string): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const entry of flatten(value, `${prefix}${key}.`)) flat.set(...entry);
  }
  return flat;
}

export function flattenLocale(namespaces: Record<string, LocaleTexts>): Map<string, string> {
  const all = Object.entries(namespaces).flatMap(([name, texts]) => [...flatten(texts, `${name}:`)]);
  return new Map(all);
}

function singleKeys(texts: Map<string, string>): Set<string> {
  return new Set([...texts.keys()].map(withoutForm));
}

function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((match) => match[1] ?? ''))].sort();
}

/** Returns the placeholders of a text, or those that any form of a plural has. */
function placeholdersAt(texts: Map<string, string>, key: string): string {
  return placeholdersIn([texts.get(key) ?? '', ...formsOf(texts, key).values()].join(' ')).join(', ');
}

/** Finds forms that leave out a placeholder of another form of the same plural. The number is exempt: whether it may go unsaid depends on the form. */
function findThinForms(language: string, texts: Map<string, string>, key: string): string[] {
  const forms = [...formsOf(texts, key)].map(([form, text]) => ({
    form,
    has: new Set(placeholdersIn(text)),
  }));
  const all = new Set(forms.flatMap(({ has }) => [...has]));
  all.delete('count');
  return forms
    .filter(({ has }) => [...all].some((placeholder) => !has.has(placeholder)))
    .map(({ form }) => `${language} leaves out a placeholder in ${key}_${form}`);
}

function checkAgainstSource(language: string, texts: Map<string, string>, source: Map<string, string>) {
  const keys = singleKeys(texts);
  const sourceKeys = singleKeys(source);
  const complaints: string[] = [];
  for (const key of keys)
    if (!sourceKeys.has(key)) complaints.push(`${language} has ${key}, which the source lacks`);
  for (const key of sourceKeys) {
    if (!keys.has(key)) complaints.push(`${language} lacks ${key}`);
    else if (isPlural(source, key) && !isPlural(texts, key)) {
      complaints.push(`${language} has no plural forms of ${key}`);
    } else if (placeholdersAt(texts, key) !== placeholdersAt(source, key)) {
      complaints.push(`${language} has other placeholders in ${key}`);
    }
  }
  return complaints;
}

/** Returns the differences from the source language, one sentence each. */
export function checkLocales(locales: Locales, source: string): string[] {
  const sourceTexts = flattenLocale(locales[source] ?? {});
  const complaints: string[] = [];
  for (const [language, namespaces] of Object.entries(locales)) {
    for (const name of Object.keys(locales[source] ?? {})) {
      if (!(name in namespaces)) complaints.push(`${language} lacks the namespace ${name}`);
    }
    const texts = flattenLocale(namespaces);
    for (const [key, text] of texts)
      if (text.trim() === '') complaints.push(`${language} has no words for ${key}`);
    complaints.push(...checkPlurals(language, texts));
    for (const key of singleKeys(texts)) complaints.push(...findThinForms(language, texts, key));
    if (language !== source) complaints.push(...checkAgainstSource(language, texts, sourceTexts));
  }
  return complaints;
}
