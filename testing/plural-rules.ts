const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const;
const PLURAL_KEY = new RegExp(`^(.*)_(${FORMS.join('|')})$`);

/** Beyond it every language we have or mean to have begins again. */
const NUMBERS = Array.from({ length: 201 }, (_, n) => n);

/** `days_few` → `days`; any other key stays as it is. */
export function withoutForm(key: string): string {
  return PLURAL_KEY.exec(key)?.[1] ?? key;
}

/** The texts of a plural by their forms. */
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

/** Forms of one number only, such as the English *one*: there the number may go unsaid. In French it is also said of none. */
function formsOfOneNumber(language: string): Set<string> {
  const rules = new Intl.PluralRules(language);
  const chosen = NUMBERS.map((number) => rules.select(number));
  return new Set(chosen.filter((form) => chosen.indexOf(form) === chosen.lastIndexOf(form)));
}

/** The forms that a language needs of each plural, and the number in each that stands for many. */
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
