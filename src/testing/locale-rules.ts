export interface LocaleTexts {
  [key: string]: string | string[] | LocaleTexts;
}

/** `pt-PT` → `common` → its texts. */
export type Locales = Record<string, Record<string, LocaleTexts>>;

/** A text by its whole key: `session:signOut.drafts_one`, and one for each entry of a list. */
function flatten(texts: LocaleTexts | string[], prefix: string): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const entry of flatten(value, `${prefix}${key}.`)) flat.set(...entry);
  }
  return flat;
}

function flattenLocale(namespaces: Record<string, LocaleTexts>): Map<string, string> {
  const all = Object.entries(namespaces).flatMap(([name, texts]) => [...flatten(texts, `${name}:`)]);
  return new Map(all);
}

const PLURAL_KEY = /^(.*)_(zero|one|two|few|many|other)$/;

/** Plural keys by what they stand for: `sync:line.sending` → the forms that are there. */
function pluralsOf(texts: Map<string, string>): Map<string, string[]> {
  const plurals = new Map<string, string[]>();
  for (const key of texts.keys()) {
    const [, base, form] = PLURAL_KEY.exec(key) ?? [];
    if (base && form) plurals.set(base, [...(plurals.get(base) ?? []), form]);
  }
  return plurals;
}

function singleKeys(texts: Map<string, string>): Set<string> {
  return new Set([...texts.keys()].map((key) => PLURAL_KEY.exec(key)?.[1] ?? key));
}

function placeholdersOf(text: string): string {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)[^}]*\}\}/g)].map((match) => match[1]))]
    .sort()
    .join(', ');
}

/** The placeholders of a text; of a plural, those that any of its forms has. */
function placeholdersAt(texts: Map<string, string>, key: string): string {
  const forms = [...texts].filter(([other]) => other === key || PLURAL_KEY.exec(other)?.[1] === key);
  return placeholdersOf(forms.map(([, text]) => text).join(' '));
}

function checkPlurals(language: string, texts: Map<string, string>): string[] {
  const wanted = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort().join(', ');
  return [...pluralsOf(texts)]
    .map(([key, forms]) => ({ key, found: [...forms].sort().join(', ') }))
    .filter(({ found }) => found !== wanted)
    .map(({ key, found }) => `${language} has the forms ${found} of ${key}; it needs ${wanted}`);
}

/** What differs from the source, in sentences. */
export function checkLocales(locales: Locales, source: string): string[] {
  const sourceTexts = flattenLocale(locales[source] ?? {});
  const sourceKeys = singleKeys(sourceTexts);
  const complaints = checkPlurals(source, sourceTexts);

  for (const [language, namespaces] of Object.entries(locales)) {
    for (const name of Object.keys(locales[source] ?? {})) {
      if (!(name in namespaces)) complaints.push(`${language} lacks the namespace ${name}`);
    }
    const texts = flattenLocale(namespaces);
    for (const [key, text] of texts)
      if (text.trim() === '') complaints.push(`${language} has no words for ${key}`);
    if (language === source) continue;

    const keys = singleKeys(texts);
    complaints.push(...checkPlurals(language, texts));
    for (const key of keys)
      if (!sourceKeys.has(key)) complaints.push(`${language} has ${key}, which ${source} lacks`);
    for (const key of sourceKeys) {
      if (!keys.has(key)) complaints.push(`${language} lacks ${key}`);
      else if (placeholdersAt(texts, key) !== placeholdersAt(sourceTexts, key)) {
        complaints.push(`${language} has other placeholders in ${key}`);
      }
    }
  }
  return complaints;
}
