import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import control from '../../ui/control.module.css';
import hidden from '../../ui/visually-hidden.module.css';
import styles from './find-bar.module.css';

interface FindBarProps {
  typed: string;
  box: RefObject<HTMLInputElement | null>;
  showsFilters: boolean;
  onType: (text: string) => void;
  /** Called on **Enter**: nothing more will be typed. */
  onSubmit: () => void;
  onToggle: () => void;
  /** Called when the citizen comes near the bar and may be about to search. */
  onNear: () => void;
}

/** The search field and the button of the filters, above every longer list. */
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
      <label htmlFor="list-search" className={hidden.onPhone}>
        {t('find.search')}
      </label>
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
