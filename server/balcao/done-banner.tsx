/** @jsxImportSource hono/jsx */
import type { ListPlace } from './list-address.ts';
import { UndoForm } from './undo-form.tsx';

export interface Done {
  sentence: string;
  /** The act that can be taken back still; null: it is sent. */
  undo: { path: string; key: string } | null;
  /** The request that comes after it in the view; null: there is none, or its page is this one. */
  next: string | null;
  place: ListPlace;
}

/** What has been done, with what one does next. */
export function DoneBanner({ sentence, undo, next, place }: Done) {
  return (
    <div class="done">
      <p role="status">{sentence}</p>
      {next !== null && (
        <p class="way">
          <a href={next} class="next">
            Pedido seguinte
          </a>
        </p>
      )}
      {undo && <UndoForm path={undo.path} place={place} undoKey={undo.key} />}
    </div>
  );
}
