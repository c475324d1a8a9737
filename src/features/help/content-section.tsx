import type { ReactNode } from 'react';
import { GlossaryText } from './glossary-text.tsx';

export interface ContentText {
  /** Part of the address: `/ajuda#sem-niss`. */
  id: string;
  heading: string;
  text?: string[];
  items?: string[];
  /** The items follow one another in time. */
  isOrdered?: boolean;
  more?: ReactNode;
}

export function ContentSection({ id, heading, text = [], items = [], isOrdered = false, more }: ContentText) {
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <section aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {heading}
      </h2>
      {text.map((paragraph) => (
        <p key={paragraph}>
          <GlossaryText text={paragraph} />
        </p>
      ))}
      {items.length > 0 && (
        <List>
          {items.map((item) => (
            <li key={item}>
              <GlossaryText text={item} />
            </li>
          ))}
        </List>
      )}
      {more}
    </section>
  );
}
