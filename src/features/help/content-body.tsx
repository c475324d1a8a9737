import type { ReactNode } from 'react';
import { GlossaryText } from './glossary-text.tsx';

export interface ContentBodyProps {
  text?: string[] | undefined;
  items?: string[] | undefined;
  /** The items follow one another in time. */
  isOrdered?: boolean | undefined;
  after?: string[] | undefined;
  more?: ReactNode;
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

function Paragraphs({ text = [] }: { text: string[] | undefined }) {
  return text.map((paragraph) => (
    <p key={paragraph}>
      <GlossaryText text={paragraph} />
    </p>
  ));
}
