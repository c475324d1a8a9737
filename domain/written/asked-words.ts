import type { RequestKind } from '../../contract/types.ts';
import {
  type Choices,
  type Loose,
  NO_COMPLAINT,
  NO_WORDS,
  WORD_FIELDS,
  type WordField,
  type Words,
  type Written,
  wordsOf,
} from './words.ts';

export function writtenOf({ office, happenedOn, wanted, ...others }: Words): Written {
  const complaint = { office, happenedOn, wanted };
  const isEmpty = Object.values(complaint).every((text) => text === '');
  return { ...others, complaint: isEmpty ? null : complaint };
}

/** Returns the fields that a draft of this kind asks, in the order of asking. */
export function askedOf(kind: RequestKind | null): readonly WordField[] {
  return kind === 'complaint' ? WORD_FIELDS : WORD_FIELDS.filter((field) => !(field in NO_COMPLAINT));
}

/** Returns the words that are submitted: those that the kind asks. The others stay in the draft, so that changing the kind back brings them back. */
export function submittedWords(draft: Loose<Written> & Pick<Choices, 'kind'>): Written {
  const words = wordsOf(draft);
  return writtenOf({
    ...NO_WORDS,
    ...Object.fromEntries(askedOf(draft.kind).map((field) => [field, words[field]])),
  });
}

/** A reply has one field of words, which the contract calls its body. */
export function bodyOf({ description }: Pick<Written, 'description'>): string {
  return description;
}
