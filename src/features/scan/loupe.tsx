import { type RefObject, useEffect, useRef } from 'react';
import type { Point } from '../../lib/paper/pixels.ts';
import { classNames } from '../../ui/class-names.ts';
import styles from './scan.module.css';

const SIDE_PX = 240;
/** The side of the part of the picture that the loupe shows, in the picture's own pixels. */
const SEEN_PX = 100;

interface LoupeProps {
  picture: RefObject<HTMLImageElement | null>;
  at: Point;
}

/** Shows the area under the finger enlarged, on the side that the finger does not cover. */
export function Loupe({ picture, at }: LoupeProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { x, y } = at;

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    const image = picture.current;
    if (!context || !image) return;
    context.clearRect(0, 0, SIDE_PX, SIDE_PX);
    const left = x * image.naturalWidth - SEEN_PX / 2;
    const top = y * image.naturalHeight - SEEN_PX / 2;
    context.drawImage(image, left, top, SEEN_PX, SEEN_PX, 0, 0, SIDE_PX, SIDE_PX);
  }, [picture, x, y]);

  return (
    <span className={classNames(styles.loupe, x < 0.5 && styles.loupeRight)} aria-hidden="true">
      <canvas ref={canvas} width={SIDE_PX} height={SIDE_PX} />
    </span>
  );
}
