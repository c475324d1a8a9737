import type { ReactNode } from 'react';
import { GlossaryText } from './glossary-text.tsx';

interface ContentBodyProps {
  text?: string[] | undefined;
  items?: string[] | undefined;
  /** The items follow one another in time. */
  isOrdered?: boolean | undefined;
  after?: string[] | undefined;
  more?: ReactNode;
}

export interface ContentText extends ContentBodyProps {
  /** Part of the address: `/ajuda#sem-niss`. */
  id: string;
  heading: string;
}

/** Within a group of sections its level is 3. */
export function ContentSection({ id, heading, level = 2, ...body }: ContentText & { level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  // Landmarks are for navigating: forty of them would hinder it.
  const labelledBy = level === 2 ? id : undefined;
  return (
    <section aria-labelledby={labelledBy}>
      <Heading id={id} tabIndex={-1}>
        {heading}
      </Heading>
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
