/** @jsxImportSource hono/jsx */

import { PlaceField } from './hidden-fields.tsx';
import type { ListPlace } from './list-address.ts';

export interface Done {
  sentence: string;
  /** The act that can still be taken back; null: it has been sent, or was done at once. */
  undo: { path: string; key: string } | null;
  /** The address of the next request of the view; null: the banner has no link, since there is none or this is its page. */
  next: string | null;
  place: ListPlace;
  /** Whether the act leaves nothing to do on the page, which then does not count as open. */
  endsHere: boolean;
}

/** What was done has the focus when the page comes: a screen reader passes over what stands there from the start, and *Desfazer* is one press away. */
export const DONE_FIRST = { role: 'status', tabindex: -1, autofocus: true } as const;

/** Says what was done, and offers the next step. */
export function DoneBanner({ sentence, undo, next, place }: Done) {
  return (
    <div class="done">
      <p {...DONE_FIRST}>{sentence}</p>
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

interface UndoFormProps {
  /** The address of the request. */
  path: string;
  place: ListPlace;
  /** The key of the act. */
  undoKey: string;
}

export function UndoForm({ path, place, undoKey }: UndoFormProps) {
  return (
    <form method="post" action={`${path}/desfazer`}>
      <input type="hidden" name="formulario" value={undoKey} />
      <PlaceField place={place} />
      <button type="submit" class="secondary">
        Desfazer
      </button>
    </form>
  );
}
