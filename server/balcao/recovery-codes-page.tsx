/** @jsxImportSource hono/jsx */
import { Page } from './page.tsx';

interface RecoveryCodesPageProps {
  codes: readonly string[];
  /** The address to which the clerk goes on. */
  next: string;
}

/** The codes are shown this once: the server keeps only their hashes. */
export function RecoveryCodesPage({ codes, next }: RecoveryCodesPageProps) {
  return (
    <Page title="Códigos de recuperação" clerk={null} done="A aplicação de códigos está junta.">
      <h1>Códigos de recuperação</h1>
      <p>
        Cada um serve uma vez, em vez do código da aplicação, quando não a tiver consigo. Imprima-os ou
        copie-os, e guarde-os longe do telemóvel. <strong>Não voltam a ser mostrados.</strong>
      </p>
      <ol class="block codes">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p class="way">
        <a href={next}>Já os guardei, continuar</a>
      </p>
    </Page>
  );
}
