import { useState } from 'react';
import styles from './picture.module.css';

/** A picture of the citizen's or of the office's, as large as there is room for; `broken` stands in its place when it cannot be drawn. */
export function Picture({ src, alt, broken }: Record<'src' | 'alt' | 'broken', string>) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p>{broken}</p>;
  return <img className={styles.picture} src={src} alt={alt} onError={() => setBroken(true)} />;
}
