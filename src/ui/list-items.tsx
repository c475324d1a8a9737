import { Children, isValidElement, type ReactNode } from 'react';

/** Each of the things given in an `li` of its own; what is absent leaves no empty one. */
export function ListItems({ items }: { items: ReactNode }) {
  return Children.toArray(items).map((item) => (
    <li key={isValidElement(item) ? item.key : String(item)}>{item}</li>
  ));
}
