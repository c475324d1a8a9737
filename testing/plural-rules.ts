const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
const PLURAL_KEY = new RegExp(`^(.*)_(${FORMS.join('|')})$`);

/** The rules of every language that the app has, or may have, repeat beyond these numbers. */
const NUMBERS = Array.from({ length: 201 }, (_, n) => n);

/** Turns `days_few` into `days`, and returns any other key unchanged. */
export function withoutForm(key: string): string {
  return PLURAL_KEY.exec(key)?.[1] ?? key;
}

export function formsOf(texts: Map<string, string>, key: string): Map<string, string> {
  const forms = FORMS.flatMap((form) => {
    const text = texts.get(`${key}_${form}`);
    return text === undefined ? [] : [[form, text] as const];
  });
  return new Map(forms);
}

export function isPlural(texts: Map<string, string>, key: string): boolean {
  return texts.has(`${key}_other`);
}

/**
 * Returns the forms that stand for a single number, such as the English *one*: they may leave the number unsaid. The French *one* also stands for zero, and has
 * to say it.
 */
function formsOfOneNumber(language: string): Set<string> {
  const rules = new Intl.PluralRules(language);
  const chosen = NUMBERS.map((number) => rules.select(number));
  return new Set(chosen.filter((form) => chosen.indexOf(form) === chosen.lastIndexOf(form)));
}

/** Checks that each plural has the forms that the language needs, and that each form for several numbers says the number. */
export function checkPlurals(language: string, texts: Map<string, string>): string[] {
  const wanted = [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort().join(', ');
  const ofOneNumber = formsOfOneNumber(language);
  const plurals = new Set([...texts.keys()].filter((key) => withoutForm(key) !== key).map(withoutForm));
  return [...plurals].flatMap((key) => {
    const forms = formsOf(texts, key);
    const found = [...forms.keys()].sort().join(', ');
    if (found !== wanted) return [`${language} has the forms ${found} of ${key}; it needs ${wanted}`];
    const saysNumber = [...forms.values()].some((text) => text.includes('{{count'));
    return [...forms]
      .filter(([form, text]) => saysNumber && !ofOneNumber.has(form) && !text.includes('{{count'))
      .map(([form]) => `${language} does not say the number in ${key}_${form}`);
  });
}
