import type { ReactNode } from 'react';
import { GlossaryText } from './glossary-text.tsx';

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
