import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Point } from '../../lib/paper/pixels.ts';
import { Button } from '../../ui/button.tsx';
import { HiddenName } from '../../ui/hidden-name.tsx';
import { CORNER_NAMES, type CornerIndex } from './corners.ts';
import styles from './scan.module.css';

const STEP = 0.01;
const MOVES = [
  { way: 'left', icon: ArrowLeft, by: { x: -STEP, y: 0 } },
  { way: 'up', icon: ArrowUp, by: { x: 0, y: -STEP } },
  { way: 'down', icon: ArrowDown, by: { x: 0, y: STEP } },
  { way: 'right', icon: ArrowRight, by: { x: STEP, y: 0 } },
] as const;

interface CornerMovesProps {
  active: CornerIndex;
  /** Called with fractions of the photo's width and height. */
  onStep: (by: Point) => void;
}

/** Buttons that move the corner that was pressed last, for people who can neither drag nor use the arrow keys. */
export function CornerMoves({ active, onStep }: CornerMovesProps) {
  const { t } = useTranslation('scan');
  const corner = t(`corner.${CORNER_NAMES[active]}`);
  return (
    <fieldset className={styles.moves}>
      <legend>{t('move.chosen', { corner })}</legend>
      {MOVES.map(({ way, icon, by }) => (
        <Button key={way} variant="secondary" type="button" icon={icon} onClick={() => onStep(by)}>
          <span>
            {t(`move.${way}`)}
            <HiddenName>{corner}</HiddenName>
          </span>
        </Button>
      ))}
    </fieldset>
  );
}
