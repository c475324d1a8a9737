/** @jsxImportSource hono/jsx */
import { type ListPlace, writeListPlace } from './list-address.ts';

interface UndoFormProps {
  /** Of the request. */
  path: string;
  place: ListPlace;
  /** Of the act. */
  undoKey: string;
}

export function UndoForm({ path, place, undoKey }: UndoFormProps) {
  return (
    <form method="post" action={`${path}/desfazer`}>
      <input type="hidden" name="formulario" value={undoKey} />
      <input type="hidden" name="lista" value={writeListPlace(place).slice(1)} />
      <button type="submit" class="secondary">
        Desfazer
      </button>
    </form>
  );
}
