import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { createTermFinder, GLOSSARY_IDS, type TermFinder } from '../../../domain/glossary.ts';
import { ADDRESSES } from '../../parts/addresses.ts';

interface ContentBodyProps {
  text?: string[] | undefined;
  items?: string[] | undefined;
  /** Whether the items follow one another in time. */
  isOrdered?: boolean | undefined;
  after?: string[] | undefined;
  more?: ReactNode;
}

export interface ContentText extends ContentBodyProps {
  /** The section's part of the address, as in `/ajuda#sem-niss`. */
  id: string;
  heading: string;
}

export function ContentSection({ id, heading, ...body }: ContentText) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {heading}
      </h2>
      <ContentBody {...body} />
    </section>
  );
}

export function ContentBody({ text, items = [], isOrdered = false, after, more }: ContentBodyProps) {
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <>
      <Paragraphs text={text} />
      {items.length > 0 && (
        <List>
          {items.map((item) => (
            <li key={item}>
              <GlossaryText text={item} />
            </li>
          ))}
        </List>
      )}
      <Paragraphs text={after} />
      {more}
    </>
  );
}

export function Paragraphs({ text = [] }: { text: string[] | undefined }) {
  return text.map((paragraph) => (
    <p key={paragraph}>
      <GlossaryText text={paragraph} />
    </p>
  ));
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
