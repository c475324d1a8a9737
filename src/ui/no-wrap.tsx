import { Fragment, type ReactNode } from 'react';
import styles from './layout.module.css';

/** A number of several parts, such as a reference: a browser breaks the line at its hyphens. */
const NUMBERS = /((?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:-\p{N}+)+(?![\p{L}\p{N}]))/u;

interface NoWrapProps {
  text: string;
  /** Draws each part of the text; as it is, unless given. */
  children?: (part: string) => ReactNode;
}

/** A text whose numbers go to the next line as a whole. They are copied as they are, and one press selects all of one. */
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
