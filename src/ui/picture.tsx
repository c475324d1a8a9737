import { useState } from 'react';
import styles from './picture.module.css';

interface PictureProps {
  src: string;
  alt: string;
  /** Stands in its place when the browser cannot draw it. */
  broken: string;
}

/** A picture of the citizen's or of the office's, as large as there is room for. */
export function Picture({ src, alt, broken }: PictureProps) {
  const [isBroken, setBroken] = useState(false);
  if (isBroken) return <p>{broken}</p>;
  return <img className={styles.picture} src={src} alt={alt} onError={() => setBroken(true)} />;
}
