import { useTranslation } from 'react-i18next';
import { GLOSSARY_IDS } from '../../../domain/glossary.ts';
import { ContentIndex } from '../../ui/indexed.tsx';
import { ContentFrame } from './content-frame.tsx';
import styles from './help.module.css';

/** The usability seal allows nine choices on a level. */
const MAX_GROUPS = 9;

/** The hard words, sorted by the alphabet of the page's language. */
export function GlossaryPage() {
  const { t, i18n } = useTranslation(['glossary', 'legal']);
  const terms = GLOSSARY_IDS.map((id) => ({ id, ...t(`terms.${id}`, { returnObjects: true }) }));
  const groups = groupByLetter(terms, i18n.language, MAX_GROUPS);
  return (
    <ContentFrame heading={t('heading')} intro={t('intro')}>
      <nav aria-label={t('index')}>
        <ContentIndex sections={groups.map(({ id, letters }) => ({ id, heading: letters }))} />
      </nav>
      {groups.map(({ id, letters, terms: those }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id} tabIndex={-1}>
            {letters}
          </h2>
          <dl>
            {those.map((term) => (
              <div key={term.id}>
                <dt id={term.id} tabIndex={-1} className={styles.term}>
                  {term.name}
                </dt>
                <dd className={styles.meaning}>{term.meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </ContentFrame>
  );
}

/** Groups terms by first letter into at most `most` groups of neighbouring letters. Terms with the same letter stay together. */
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
    // Either *A – C* or a single letter.
    letters: letters.length > 1 ? `${letters[0]} – ${letters.at(-1)}` : `${letters[0]}`,
    terms: those,
  }));
}

/** Returns the letter under which dictionaries file a name: *Á* is filed under *A*, but a letter of its own, such as *Й*, keeps its mark. */
function letterOf(name: string, language: string): string {
  const [first = ''] = name.normalize('NFC');
  const bare = first.normalize('NFD').replace(/\p{Mark}/gu, '');
  const isSameLetter = new Intl.Collator(language, { sensitivity: 'base' }).compare(first, bare) === 0;
  return (isSameLetter ? bare : first).toLocaleUpperCase(language);
}
