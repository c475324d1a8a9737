import { CircleAlert } from 'lucide-react';
import { type MouseEvent, useEffect, useEffectEvent, useId, useRef } from 'react';
import styles from './error-summary.module.css';
import { announce } from './live-region.tsx';

export interface ErrorItem {
  targetId: string;
  text: string;
  /** Opens the page of the field, where the field is on another page. */
  follow?: (() => void) | undefined;
}

interface ErrorSummaryProps {
  title: string;
  items: readonly ErrorItem[];
  /** Changes at each new try, so that the same errors take the focus again. */
  focusKey: string | number;
}

const FIELDS = 'input, select, textarea, button, [tabindex]';

/** Moves the focus to a field. A group of radio buttons cannot take the focus, so its first choice does. */
function focusField(targetId: string) {
  const target = document.getElementById(targetId);
  const field = target?.matches(FIELDS) ? target : target?.querySelector<HTMLElement>(FIELDS);
  field?.focus();
}

export function ErrorSummary({ title, items, focusKey }: ErrorSummaryProps) {
  const ref = useRef<HTMLElement>(null);
  const focusedFor = useRef<string | number>(undefined);
  const titleId = useId();
  const tell = useEffectEvent(() =>
    announce([title, ...items.map(({ text }) => text)].join('. '), 'assertive'),
  );

  useEffect(() => {
    if (focusedFor.current === focusKey) return;
    focusedFor.current = focusKey;
    // Whoever writes goes on writing: the errors of a file that was read meanwhile are heard. A press takes the focus out of the text by itself.
    if (document.activeElement instanceof HTMLTextAreaElement) tell();
    else ref.current?.focus();
  }, [focusKey]);

  function follow(event: MouseEvent<HTMLAnchorElement>, item: ErrorItem) {
    // The address of a step is not the place for the name of a field.
    event.preventDefault();
    if (item.follow) item.follow();
    else focusField(item.targetId);
  }

  return (
    <section ref={ref} tabIndex={-1} aria-labelledby={titleId} className={styles.summary}>
      <h2 id={titleId} className={styles.title}>
        <CircleAlert />
        {title}
      </h2>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={`${item.targetId} ${item.text}`}>
            <a href={`#${item.targetId}`} onClick={(event) => follow(event, item)}>
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
