import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Corners, Point } from '../../lib/paper/pixels.ts';
import { classNames } from '../../ui/class-names.ts';
import { useObjectUrl } from '../../ui/use-object-url.ts';
import { CornerHandle } from './corner-handle.tsx';
import { CORNER_INDEXES, type CornerIndex, placeCorner } from './corners.ts';
import styles from './scan.module.css';

/** The side of the loupe's canvas. */
const LOUPE_PX = 240;
/** The side of the part of the picture that the loupe shows, in the picture's own pixels. */
const SEEN_PX = 100;

interface CornerPhotoProps {
  picture: ArrayBuffer;
  /** Width divided by height: the photo has its place before it is decoded. */
  proportion: number;
  alt: string;
  corners: Corners;
  active: CornerIndex;
  onActive: (index: CornerIndex) => void;
  /** Called while a corner is dragged. */
  onChange: (corners: Corners) => void;
  /** Called when the corner is dropped. */
  onSettle: (corners: Corners) => void;
  /** Called on an arrow key, with fractions of the photo's width and height. */
  onStep: (index: CornerIndex, by: Point) => void;
}

/** The photo with the handles of its four corners. */
export function CornerPhoto(props: CornerPhotoProps) {
  const { picture, proportion, alt, corners, active, onActive, onChange, onSettle, onStep } = props;
  const url = useObjectUrl(picture);
  const image = useRef<HTMLImageElement>(null);
  /** The corners while one is dragged: the drawn ones may be a moment behind. */
  const dragged = useRef<Corners | null>(null);
  const [isDragged, setDragged] = useState(false);
  return (
    <div
      className={styles.stage}
      style={{ width: `min(100%, calc(var(--photo-height) * ${proportion}))`, aspectRatio: `${proportion}` }}
    >
      {url && <img ref={image} className={styles.photo} src={url} alt={alt} />}
      <svg className={styles.outline} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
        <polygon points={corners.map(({ x, y }) => `${x},${y}`).join(' ')} />
      </svg>
      {CORNER_INDEXES.map((index) => (
        <CornerHandle
          key={index}
          index={index}
          at={corners[index]}
          isActive={index === active}
          onActive={() => onActive(index)}
          onDrag={(to) => {
            dragged.current = placeCorner(corners, index, to);
            setDragged(true);
            onChange(dragged.current);
          }}
          onDrop={() => {
            if (dragged.current) onSettle(dragged.current);
            dragged.current = null;
            setDragged(false);
          }}
          onStep={(by) => onStep(index, by)}
        />
      ))}
      {isDragged && <Loupe picture={image} at={corners[active]} />}
    </div>
  );
}

interface LoupeProps {
  picture: RefObject<HTMLImageElement | null>;
  at: Point;
}

/** Shows the area under the finger enlarged, on the side that the finger does not cover. */
function Loupe({ picture, at }: LoupeProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { x, y } = at;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    const image = picture.current;
    if (!context || !image) return;
    context.clearRect(0, 0, LOUPE_PX, LOUPE_PX);
    const left = x * image.naturalWidth - SEEN_PX / 2;
    const top = y * image.naturalHeight - SEEN_PX / 2;
    context.drawImage(image, left, top, SEEN_PX, SEEN_PX, 0, 0, LOUPE_PX, LOUPE_PX);
  }, [picture, x, y]);

  return (
    <span className={classNames(styles.loupe, x < 0.5 && styles.loupeRight)} aria-hidden="true">
      <canvas ref={canvas} width={LOUPE_PX} height={LOUPE_PX} />
    </span>
  );
}
