/** @jsxImportSource hono/jsx */
import type { ListPlace } from './list-address.ts';
import { PlaceField } from './place-field.tsx';

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
