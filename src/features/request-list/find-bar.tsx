import { Link } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { ADDRESSES } from '../../parts/addresses.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import styles from './request-list.module.css';

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

export function FindBar({ typed, box, showsFilters, onType, onSubmit, onToggle, onNear }: FindBarProps) {
  const { t } = useTranslation('requests');
  return (
    <div className={styles.find}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        <SearchField
          id="list-search"
          label={t('find.search')}
          value={typed}
          inputRef={box}
          onFocus={onNear}
          onChange={(event) => onType(event.currentTarget.value)}
        />
        <Button variant="secondary" type="button" aria-expanded={showsFilters} onClick={onToggle}>
          {t('find.filters')}
        </Button>
      </form>
      <Link to={ADDRESSES.statistics} className={buttonClass('quiet')}>
        {t('find.statistics')}
      </Link>
    </div>
  );
}
