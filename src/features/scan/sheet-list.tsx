import { ArrowDown, ArrowUp, Crop, Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDatabase } from '../../db/core/database-context.ts';
import type { Sheet } from '../../db/core/file-schema.ts';
import { useQuery } from '../../db/core/use-query.ts';
import { changeSheet, moveSheet } from '../../db/drafts/scans.ts';
import { readSmallPicture } from '../../db/files/file-rows.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { HiddenName } from '../../ui/hidden-name.tsx';
import { announce } from '../../ui/live-region.tsx';
import rows from '../../ui/pictured-rows.module.css';
import { useObjectUrl } from '../../ui/use-object-url.ts';
import styles from './scan.module.css';

interface SheetListProps {
  draftId: string;
  sheets: readonly Sheet[];
  onRemove: (sheet: Sheet) => void;
}

type Way = 'up' | 'down';

/** The sheets in their order, each with its actions. */
export function SheetList({ draftId, sheets, onRemove }: SheetListProps) {
  const { t } = useTranslation('scan');
  const db = useDatabase();
  const list = useRef<HTMLOListElement>(null);
  const pressed = useRef<{ id: string; index: number; way: Way } | null>(null);

  // A row that changes its place loses the focus, and the first and the last have one button less.
  useEffect(() => {
    if (!pressed.current) return;
    const { id, index, way } = pressed.current;
    const isSaved = sheets[index]?.id !== id;
    if (!isSaved) return;
    pressed.current = null;
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-move]') ?? [])];
    const mine = buttons.filter(({ dataset }) => dataset.sheet === id);
    (mine.find(({ dataset }) => dataset.move === way) ?? mine[0])?.focus();
  }, [sheets]);

  async function move({ id }: Sheet, number: number, way: Way) {
    pressed.current = { id, index: number - 1, way };
    await moveSheet(db, draftId, id, way === 'up' ? -1 : 1);
    announce(t('moved', { from: number, to: way === 'up' ? number - 1 : number + 1 }));
  }

  return (
    <ol ref={list} className={rows.list}>
      {sheets.map((sheet, index) => {
        const number = index + 1;
        const name = t('page', { number });
        const moveButton = (way: Way) => (
          <Button
            variant="quiet"
            type="button"
            icon={way === 'up' ? ArrowUp : ArrowDown}
            data-move={way}
            data-sheet={sheet.id}
            onClick={() => void move(sheet, number, way)}
          >
            <span>
              {t(way)}
              <HiddenName>{name}</HiddenName>
            </span>
          </Button>
        );
        return (
          <li key={sheet.id} className={rows.row}>
            <SmallPicture sheet={sheet} />
            <div className={classNames(rows.facts, styles.facts)}>
              <p className={rows.name}>{name}</p>
              <div className={styles.buttons}>
                {index > 0 && moveButton('up')}
                {number < sheets.length && moveButton('down')}
                <Button
                  variant="quiet"
                  type="button"
                  icon={Crop}
                  onClick={() => void changeSheet(db, draftId, sheet.id, { isUsed: false })}
                >
                  <span>
                    {t('adjust')}
                    <HiddenName>{name}</HiddenName>
                  </span>
                </Button>
                <Button variant="quiet" type="button" icon={Trash2} onClick={() => onRemove(sheet)}>
                  <span>
                    {t('remove')}
                    <HiddenName>{name}</HiddenName>
                  </span>
                </Button>
              </div>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** A decorative picture: the name of the sheet stands beside it. */
function SmallPicture({ sheet }: { sheet: Sheet }) {
  const picture = useQuery((open) => readSmallPicture(open, sheet), [sheet]);
  const url = useObjectUrl(picture ?? null);
  return (
    <span className={classNames(rows.picture, styles.small)} aria-hidden="true">
      {url && <img src={url} alt="" />}
    </span>
  );
}
