/** @jsxImportSource hono/jsx */
import type { Attachment } from '../../contract/types.ts';
import { isPicture } from '../../domain/file-kinds.ts';
import type { ListPlace } from './list-address.ts';
import { requestPath } from './paths.ts';

export interface ViewedFile {
  attachment: Attachment;
  /** The secret that opens the file once. */
  ticket: string;
}

interface FileViewProps extends ViewedFile {
  reference: string;
  place: ListPlace;
}

/** Shows a file beside the words of the request: a picture, or a PDF as a framed document of its own. */
export function FileView({ attachment: { name, type }, ticket, reference, place }: FileViewProps) {
  const address = `/balcao/ficheiro/${ticket}`;
  return (
    <section id="ficheiro" class="block viewer" tabindex={-1} aria-labelledby="ficheiro-nome">
      <h2 id="ficheiro-nome">{name}</h2>
      {isPicture(type) ? (
        <img src={address} alt={`Imagem ${name}. Se não aparecer, descarregue-a.`} />
      ) : (
        <iframe src={address} title={name} />
      )}
      <p class="way">
        <a href={requestPath(reference, place)}>Fechar</a>
      </p>
    </section>
  );
}
