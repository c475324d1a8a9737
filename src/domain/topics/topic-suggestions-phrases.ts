import { foldedWords, stemOf } from './topic-suggestions-stem.ts';

/** The stems of *cartão de saúde*, in their order; of the usual words between commas, the most usual come first. */
type Phrase = readonly string[];

export interface PhraseIndex {
  phrasesById: ReadonlyMap<string, readonly Phrase[]>;
  /** By stem: the fewer ids a word leads to, the more it tells. */
  rarity: ReadonlyMap<string, number>;
  /** Words that tell nothing, in an expression as in a text. */
  ignored: ReadonlySet<string>;
}

/** `listed` are words by id, separated by commas; `ignored` are those that tell nothing, such as *para*. */
export function indexPhrases(listed: Readonly<Record<string, string>>, ignored: string): PhraseIndex {
  const skipped = new Set(foldedWords(ignored));
  const phrasesById = new Map(
    Object.entries(listed).map(([id, words]) => [id, phrasesOf(words, skipped)] as const),
  );
  return { phrasesById, rarity: rarityOf(phrasesById), ignored: skipped };
}

function phrasesOf(words: string, skipped: ReadonlySet<string>): Phrase[] {
  const phrases = words.split(',').map((phrase) => {
    const telling = foldedWords(phrase).filter((word) => !skipped.has(word));
    return [...new Set(telling.map(stemOf))];
  });
  return phrases.filter((phrase) => phrase.length > 0);
}

/** A word that only helps to make up an expression says less of where else it leads to. */
function rarityOf(phrasesById: ReadonlyMap<string, readonly Phrase[]>): Map<string, number> {
  const uses = new Map<string, number>();
  for (const phrases of phrasesById.values()) {
    for (const stem of new Set(phrases.flat())) {
      const lengths = phrases.filter((phrase) => phrase.includes(stem)).map((phrase) => phrase.length);
      uses.set(stem, (uses.get(stem) ?? 0) + 1 / Math.min(...lengths));
    }
  }
  const rarest = Math.log(1 + phrasesById.size);
  return new Map(
    [...uses].map(([stem, used]) => [stem, Math.log(1 + phrasesById.size / Math.max(1, used)) / rarest]),
  );
}
