/** Neighbours in the alphabet share a group, so that an index of many words stays short; the same letter is never parted. */
export function groupByLetter<Term extends { name: string }>(
  terms: readonly Term[],
  language: string,
  most: number,
) {
  const { compare } = new Intl.Collator(language);
  const sorted = [...terms].sort((a, b) => compare(a.name, b.name));
  const wanted = Math.ceil(terms.length / most);
  const groups: { letters: string[]; terms: Term[] }[] = [];
  for (const term of sorted) {
    const letter = letterOf(term.name, language);
    const last = groups.at(-1);
    const isNew = !last?.letters.includes(letter);
    if (last && (!isNew || last.terms.length < wanted)) {
      if (isNew) last.letters.push(letter);
      last.terms.push(term);
    } else groups.push({ letters: [letter], terms: [term] });
  }
  return groups.map(({ letters, terms: those }) => ({
    id: `letra-${letters[0]}`,
    // From which to which, or the letter itself.
    letters: letters.length > 1 ? `${letters[0]} – ${letters.at(-1)}` : `${letters[0]}`,
    terms: those,
  }));
}

/** Without its accent, as dictionaries file it; what is a letter of its own, such as Й, keeps its mark. */
function letterOf(name: string, language: string): string {
  const [first = ''] = name.normalize('NFC');
  const bare = first.normalize('NFD').replace(/\p{Mark}/gu, '');
  const isSameLetter = new Intl.Collator(language, { sensitivity: 'base' }).compare(first, bare) === 0;
  return (isSameLetter ? bare : first).toLocaleUpperCase(language);
}
