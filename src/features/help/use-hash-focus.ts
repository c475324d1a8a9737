import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';

/**
 * Whoever comes by `/ajuda#sem-niss` starts to read there. The browser cannot do it alone: when it looks for the place, the page has not been
 * drawn yet.
 */
export function useHashFocus(): void {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.focus();
  }, [hash]);
}
