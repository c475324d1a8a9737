/** @jsxImportSource hono/jsx */

const WIDTH = 100;

/** A bar that is as long as a share of the whole. A number beside it says the same. */
export function Measure({ share, isOver = false }: { share: number; isOver?: boolean }) {
  const width = Math.round(WIDTH * Math.min(1, Math.max(0, share)));
  return (
    <svg
      class={isOver ? 'measure over' : 'measure'}
      aria-hidden="true"
      viewBox={`0 0 ${WIDTH} 6`}
      preserveAspectRatio="none"
    >
      <rect class="whole" width={WIDTH} height="6" />
      <rect class="share" width={width} height="6" />
    </svg>
  );
}
