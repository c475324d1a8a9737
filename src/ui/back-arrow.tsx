import { ArrowLeft } from 'lucide-react';
import styles from './back-arrow.module.css';

/** Points to where reading comes from. */
export function BackArrow() {
  return <ArrowLeft size={20} aria-hidden="true" className={styles.arrow} />;
}
