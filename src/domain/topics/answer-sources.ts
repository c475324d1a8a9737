import type { AnswerId } from './short-answers.ts';

type Source = readonly [host: string, title: string];

const NEWS_OF_DOCUMENTS: Source = ['gov.pt', 'notícia de 8 de julho de 2025'];
const NISS_GUIDE: Source = ['seg-social.pt', 'Guia Prático 1010 «Pedido de NISS»'];

/** Where an answer comes from, official alone, by the Portuguese name that its source bears in every language. */
export const ANSWER_SOURCES: Record<AnswerId, readonly Source[]> = {
  statusCertificate: [NEWS_OF_DOCUMENTS, ['seg-social.pt', '«Declaração da Situação Contributiva»']],
  careerStatement: [NEWS_OF_DOCUMENTS],
  contactsProof: [NEWS_OF_DOCUMENTS],
  askForNiss: [NISS_GUIDE, ['gov.pt', '«Pedir o NISS»']],
  password: [NISS_GUIDE],
  signInCode: [['seg-social.pt', 'comunicado de 5 de março de 2026']],
  iban: [['seg-social.pt', 'comunicado de 18 de outubro de 2024']],
  paymentDays: [['seg-social.pt', 'calendário dos pagamentos']],
  sickness: [
    ['diariodarepublica.pt', 'Decreto-Lei n.º 28/2004'],
    ['seg-social.pt', '«Subsídio de doença»'],
  ],
  unemploymentClaim: [
    ['diariodarepublica.pt', 'Decreto-Lei n.º 220/2006'],
    ['gov.pt', '«Pedir o subsídio de desemprego»'],
  ],
  quarterly: [['diariodarepublica.pt', 'Código dos Regimes Contributivos, artigo 151.º-A']],
  amountDue: [['seg-social.pt', '«Como pagar»']],
  instalments: [['seg-social.pt', '«Planos prestacionais»']],
  proofOfSchooling: [['seg-social.pt', '«Prova escolar»']],
  healthCard: [
    ['gov.pt', '«Pedir o Cartão Europeu de Seguro de Doença»'],
    ['seg-social.pt', 'Guia Prático «Cartão Europeu de Seguro de Doença»'],
  ],
  simulator: [['seg-social.pt', '«Simulador de pensões»']],
  afterADeath: [['justica.gov.pt', '«Guia do Espaço Óbito»']],
};
