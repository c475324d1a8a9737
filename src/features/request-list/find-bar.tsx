import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import control from '../../ui/control.module.css';
import styles from './find-bar.module.css';

interface FindBarProps {
  typed: string;
  box: RefObject<HTMLInputElement | null>;
  showsFilters: boolean;
  onType: (text: string) => void;
  /** By *Enter*: nothing more will be typed. */
  onSubmit: () => void;
  onToggle: () => void;
  /** Something may be looked for soon. */
  onNear: () => void;
}

/** One line, of as little code as can be: it comes with every longer list. */
export function FindBar({ typed, box, showsFilters, onType, onSubmit, onToggle, onNear }: FindBarProps) {
  const { t } = useTranslation('requests');
  return (
    <form
      className={styles.find}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <label htmlFor="list-search">{t('find.search')}</label>
      <input
        id="list-search"
        ref={box}
        type="search"
        autoComplete="off"
        enterKeyHint="search"
        placeholder={t('find.short')}
        className={control.control}
        value={typed}
        onFocus={onNear}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <Button variant="secondary" type="button" aria-expanded={showsFilters} onClick={onToggle}>
        {t('find.filters')}
      </Button>
    </form>
  );
}
