/** @jsxImportSource hono/jsx */
import type { OfficeAction } from '../../domain/office-moves.ts';
import type { NamedFile } from '../db/office-tables.ts';
import { sizeWords } from './words.ts';

/** A clerk leaves a kept file out by unchecking it. */
export function KeptFiles({ action, files }: { action: OfficeAction; files: readonly NamedFile[] }) {
  if (files.length === 0) return null;
  return (
    <fieldset class="field">
      <legend>Ficheiros que já juntou</legend>
      {files.map(({ id, name, size }) => (
        <p key={id} class="choice">
          <input type="checkbox" id={`${action}-${id}`} name="guardados" value={id} checked />
          <label for={`${action}-${id}`}>{`${name} (${sizeWords(size)})`}</label>
        </p>
      ))}
    </fieldset>
  );
}

/** Names the files of a text that stands in no form. */
export function FileNames({ files }: { files: readonly NamedFile[] }) {
  return files.map(({ id, name, size }) => <p key={id}>{`${name} (${sizeWords(size)})`}</p>);
}
