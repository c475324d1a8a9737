import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createTermFinder, GLOSSARY_IDS, type TermFinder } from '../../../domain/glossary.ts';
import { ADDRESSES } from '../../parts/addresses.ts';

const finders = new Map<string, TermFinder>();

/** Makes one finder for each language, since a page of help searches a hundred sentences for the same words. */
function finderOf(language: string, t: TFunction<'glossary'>): TermFinder {
  const known = finders.get(language);
  if (known) return known;
  const made = createTermFinder(
    GLOSSARY_IDS.map((id) => ({ id, forms: t(`terms.${id}.forms`).split(', ') })),
  );
  finders.set(language, made);
  return made;
}

/** A sentence whose hard words are links to their explanations. */
export function GlossaryText({ text }: { text: string }) {
  const { t, i18n } = useTranslation('glossary');
  const { language } = i18n;
  const parts = useMemo(() => finderOf(language, t)(text), [language, t, text]);
  return parts.map(({ text: words, termId }) =>
    termId === undefined ? (
      words
    ) : (
      <Link key={termId} to={ADDRESSES.glossary} hash={termId}>
        {words}
      </Link>
    ),
  );
}
