import { useEffect, useState } from 'react';

/** Returns the object URL of a picture for as long as the component is drawn; null without a picture. */
export function useObjectUrl(picture: ArrayBuffer | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!picture) return;
    const made = URL.createObjectURL(new Blob([picture]));
    setUrl(made);
    return () => {
      URL.revokeObjectURL(made);
      setUrl(null);
    };
  }, [picture]);
  return url;
}
