import { ChevronDown } from 'lucide-react';
import { Suspense, useState } from 'react';
import { lazyPart } from '../../parts/lazy-part.tsx';
import styles from './account-menu.module.css';

// Loaded at the press.
const AccountItems = lazyPart(() => import('./account-items.tsx'), 'AccountItems');

/** The citizen's name, which opens *Definições*, *As minhas sessões* and, on a phone, **Terminar sessão**. */
export function AccountMenu({ name }: { name: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <div className={styles.menu}>
      <button type="button" className={styles.name} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
        {name}
        <ChevronDown size={20} aria-hidden="true" />
      </button>
      {isOpen && (
        <Suspense>
          <AccountItems onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
