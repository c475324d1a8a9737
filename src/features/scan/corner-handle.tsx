import { ArrowDown, ArrowLeft, ArrowRight, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Point } from '../../lib/paper/pixels.ts';
import { Button } from '../../ui/button.tsx';
import { HiddenName } from '../../ui/hidden-name.tsx';
import { CORNER_NAMES, type CornerIndex } from './corners.ts';
import styles from './scan.module.css';

/** The step of one press on an arrow key or on an arrow's button, as a fraction of the photo's width or height. */
const STEP = 0.01;
const LARGE_STEP = 0.05;

const DIRECTIONS: Partial<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

interface CornerHandleProps {
  index: CornerIndex;
  at: Point;
  isActive: boolean;
  onActive: () => void;
  /** Called while the corner is dragged. */
  onDrag: (to: Point) => void;
  onDrop: () => void;
  /** Called on an arrow key, with fractions of the photo's width and height. */
  onStep: (by: Point) => void;
}

/** The handle of a corner. It is dragged by finger or mouse, or moved by the arrow keys, in larger steps with Shift. */
export function CornerHandle({ index, at, isActive, onActive, onDrag, onDrop, onStep }: CornerHandleProps) {
  const sayPosition = useSayPosition();
  /** The distance from the pointer to the corner in pixels: the corner must not jump under the finger. */
  const grip = useRef<Point | null>(null);

  function press(event: PointerEvent<HTMLButtonElement>) {
    const handle = event.currentTarget;
    const { left, top, width, height } = handle.getBoundingClientRect();
    handle.setPointerCapture(event.pointerId);
    grip.current = { x: left + width / 2 - event.clientX, y: top + height / 2 - event.clientY };
    onActive();
  }

  function drag(event: PointerEvent<HTMLButtonElement>) {
    const stage = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!grip.current || !stage) return;
    onDrag({
      x: (event.clientX + grip.current.x - stage.left) / stage.width,
      y: (event.clientY + grip.current.y - stage.top) / stage.height,
    });
  }

  function drop() {
    if (!grip.current) return;
    grip.current = null;
    onDrop();
  }

  function move(event: KeyboardEvent<HTMLButtonElement>) {
    const direction = DIRECTIONS[event.key];
    if (!direction) return;
    event.preventDefault();
    const step = event.shiftKey ? LARGE_STEP : STEP;
    onStep({ x: direction.x * step, y: direction.y * step });
  }

  return (
    <button
      type="button"
      className={styles.handle}
      style={{ left: `${at.x * 100}%`, top: `${at.y * 100}%` }}
      aria-label={sayPosition(index, at)}
      aria-pressed={isActive}
      onFocus={onActive}
      onPointerDown={press}
      onPointerMove={drag}
      onPointerUp={drop}
      onPointerCancel={drop}
      onKeyDown={move}
    >
      <span className={styles.dot} aria-hidden="true" />
    </button>
  );
}

/** Returns a function that puts a position into words: *Canto superior esquerdo, 12 % da esquerda, 8 % do cimo*. */
export function useSayPosition() {
  const { t } = useTranslation('scan');
  return (index: CornerIndex, { x, y }: Point) =>
    t('corner.at', {
      corner: t(`corner.${CORNER_NAMES[index] ?? 'topLeft'}`),
      left: Math.round(x * 100),
      top: Math.round(y * 100),
    });
}

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
