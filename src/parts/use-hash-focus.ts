import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/** Moves the focus to the section that the address names, as in `/ajuda#sem-niss`: the browser looks for it before the page is drawn. */
export function useHashFocus(): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    const target = hash === '' ? null : document.getElementById(hash);
    const closed = target?.closest('details');
    if (closed) closed.open = true;
    target?.focus();
  }, [hash]);
}
