import { useState } from 'react';
import styles from './picture.module.css';

/** An attached picture, as large as there is room for; `broken` takes its place when it cannot be drawn. */
export function Picture({ src, alt, broken }: Record<'src' | 'alt' | 'broken', string>) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p>{broken}</p>;
  return <img className={styles.picture} src={src} alt={alt} onError={() => setBroken(true)} />;
}
