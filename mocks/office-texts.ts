import type { RequestKind } from '../contract/types.ts';

/** What the pretend offices are called and say. Data of a made-up world, not sentences of the app. */
export const FIRST_OFFICE = 'Centro de contacto e-Clic';
export const OTHER_OFFICE = 'Centro Distrital de Lisboa – Unidade de Contribuições';

export const QUESTION_TEXT = `Bom dia.

Para respondermos ao seu pedido, precisamos de mais um documento: o comprovativo do último pagamento que fez. A imagem que juntamos mostra onde está a data.

Junte-o à sua resposta. Enquanto aguardamos, o prazo do seu pedido fica parado.

Com os melhores cumprimentos`;

export function forwardText(officeName: string): string {
  return `O seu pedido passou para outro serviço: ${officeName}. Não precisa de fazer nada. A resposta chega por aqui.`;
}

const ANSWERS: Record<RequestKind, string> = {
  information: `Bom dia.

Obrigado pelo seu contacto. Vimos a sua situação e está tudo em ordem: não precisa de entregar mais nenhum documento.

O valor é pago por transferência bancária até ao dia 20 de cada mês, no IBAN que indicou.

Se ficar com dúvidas sobre esta resposta, pode pedir um esclarecimento durante 30 dias.

Com os melhores cumprimentos`,
  clarification: `Bom dia.

A nota que recebeu diz respeito à contribuição do mês passado. O pagamento deu entrada dois dias depois do prazo e, por isso, o aviso foi enviado antes de o valor ficar registado.

A sua conta corrente já está certa e não tem nada a pagar. Pode guardar esta resposta como comprovativo.

Com os melhores cumprimentos`,
  documents: `Bom dia.

O documento que pediu está pronto. Pode descarregá-lo na Segurança Social Direta, em «Conta-corrente», «Situação contributiva». É válido durante quatro meses.

Com os melhores cumprimentos`,
  complaint: `Bom dia.

Recebemos a sua reclamação e falámos com o serviço. Tem razão: o atendimento não cumpriu o horário afixado e pedimos desculpa pelo sucedido.

O serviço reforçou o atendimento da manhã. Se entender que esta resposta não resolve a situação, pode dirigir-se ao Provedor de Justiça.

Com os melhores cumprimentos`,
};

export function answerText(kind: RequestKind): string {
  return `${ANSWERS[kind]}\n\nJuntamos esta resposta em PDF.`;
}

export const QUESTION_PICTURE_NAME = 'Exemplo de comprovativo.png';

/** With its day, so that two answers to a request have names that differ. */
export function answerPdfName(day: string): string {
  return `Resposta de ${day}.pdf`;
}

export const ANSWER_PDF_TITLE = 'Resposta ao seu pedido';

/** The same in every answer, so that its bytes are kept once. */
export const ANSWER_PDF_LINES = [
  ANSWER_PDF_TITLE,
  '',
  'Bom dia.',
  '',
  'Esta é a resposta da Segurança Social ao pedido que fez no e-Clic.',
  'O texto da resposta está na mensagem que trouxe este documento.',
  '',
  'Documento de demonstração: não tem valor oficial.',
] as const;
