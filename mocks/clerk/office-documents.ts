interface OfficeDocument {
  title: string;
  lines: readonly string[];
}

const SAMPLE = 'Documento de demonstração: não tem valor oficial.';

/** The documents that can be asked for; the same for everybody, so that the bytes of each are kept once. */
export const OFFICE_DOCUMENTS = {
  statusCertificate: {
    title: 'Declaração de situação contributiva',
    lines: [
      'Declara-se que a situação contributiva da pessoa ou entidade que fez o pedido está regularizada.',
      'Esta declaração vale 4 meses.',
    ],
  },
  careerStatement: {
    title: 'Extrato da carreira contributiva',
    lines: [
      'Este extrato mostra, por ano, os meses com remunerações registadas.',
      'Ano      Meses com registo',
      '2023     12',
      '2024     12',
      '2025     12',
    ],
  },
  pensionProof: {
    title: 'Comprovativo de pensão',
    lines: [
      'Declara-se que a pessoa indicada no pedido recebe uma pensão da Segurança Social.',
      'Em julho e em dezembro é pago, além da pensão, outro valor igual.',
    ],
  },
  contactsProof: {
    title: 'Comprovativo de contactos',
    lines: ['Declara-se que a pessoa que fez o pedido tem morada, telefone e e-mail registados.'],
  },
  requested: {
    title: 'Documento pedido',
    lines: ['Este é o documento pedido no e-Clic. O texto da resposta diz para que serve.'],
  },
} as const satisfies Record<string, OfficeDocument>;

export type OfficeDocumentId = keyof typeof OFFICE_DOCUMENTS;

export const OFFICE_DOCUMENT_IDS = Object.keys(OFFICE_DOCUMENTS) as OfficeDocumentId[];

/** Returns the lines on the page of a document. */
export function linesOf({ title, lines }: OfficeDocument): string[] {
  return [title, '', ...lines, '', SAMPLE];
}
