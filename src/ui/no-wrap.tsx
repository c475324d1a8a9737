import { Fragment, type ReactNode } from 'react';
import styles from './layout.module.css';

/** Matches a number of several parts, such as a reference, at whose hyphens a browser would break the line. */
const NUMBERS = /((?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:-\p{N}+)+(?![\p{L}\p{N}]))/u;

interface NoWrapProps {
  text: string;
  /** Draws each part of the text; by default a part is drawn as plain text. */
  children?: (part: string) => ReactNode;
}

/** A text whose numbers are not broken across lines. They are copied as they are, and one press selects a whole number. */
export function NoWrap({ text, children = (part) => part }: NoWrapProps) {
  return text.split(NUMBERS).map((part, place) => {
    const isNumber = place % 2 === 1;
    const key = `${place}`;
    return isNumber ? (
      <span key={key} className={styles.noWrap}>
        {children(part)}
      </span>
    ) : (
      <Fragment key={key}>{children(part)}</Fragment>
    );
  });
}
