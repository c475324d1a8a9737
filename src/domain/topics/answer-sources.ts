import type { AnswerId } from './short-answers.ts';

type Source = readonly [host: string, title: string];

const law = (title: string): Source => ['diariodarepublica.pt', title];
const agency = (title: string): Source => ['seg-social.pt', title];
const portal = (title: string): Source => ['eportugal.gov.pt', title];
const union = (title: string): Source => ['eur-lex.europa.eu', title];

const NEWS_OF_DOCUMENTS: Source = ['gov.pt', 'notícia de 8 de julho de 2025'];
const NISS_GUIDE = agency('Guia Prático 1010 «Pedido de NISS»');

/** Where an answer comes from, official alone, by the Portuguese name that its source bears in every language. */
export const ANSWER_SOURCES: Record<AnswerId, readonly Source[]> = {
  statusCertificate: [NEWS_OF_DOCUMENTS, agency('«Declaração da Situação Contributiva»')],
  careerStatement: [NEWS_OF_DOCUMENTS],
  contactsProof: [NEWS_OF_DOCUMENTS],
  askForNiss: [NISS_GUIDE, ['gov.pt', '«Pedir o NISS»']],
  password: [NISS_GUIDE],
  signInCode: [agency('comunicado de 5 de março de 2026')],
  iban: [agency('comunicado de 18 de outubro de 2024')],
  paymentDays: [agency('calendário dos pagamentos')],
  sickness: [law('Decreto-Lei n.º 28/2004'), agency('«Subsídio de doença»')],
  unemploymentClaim: [law('Decreto-Lei n.º 220/2006'), ['gov.pt', '«Pedir o subsídio de desemprego»']],
  quarterly: [law('Código dos Regimes Contributivos, artigo 151.º-A')],
  amountDue: [agency('«Como pagar»')],
  instalments: [agency('«Planos prestacionais»')],
  proofOfSchooling: [agency('«Prova escolar»')],
  healthCard: [
    ['gov.pt', '«Pedir o Cartão Europeu de Seguro de Doença»'],
    agency('Guia Prático «Cartão Europeu de Seguro de Doença»'),
  ],
  simulator: [agency('«Simulador de pensões»')],
  afterADeath: [['justica.gov.pt', '«Guia do Espaço Óbito»']],
  workDisease: [agency('«Certificação»'), law('Lei n.º 98/2009')],
  medicalBoard: [agency('«Serviço de Verificação de Incapacidades»'), law('Decreto-Lei n.º 360/97')],
  twoSchemes: [law('Decreto-Lei n.º 361/98')],
  pensionWithoutRecord: [law('Decreto-Lei n.º 464/80'), ['ec.europa.eu', '«Portugal – Pensão de velhice»']],
  refusingInvalidity: [
    law('Código do Procedimento Administrativo, artigos 131.º e 191.º'),
    law('Decreto-Lei n.º 360/97'),
  ],
  whoseIncome: [law('Decreto-Lei n.º 232/2005'), law('Decreto-Lei n.º 35/2024')],
  extraPension: [law('Decreto-Lei n.º 187/2007'), law('Decreto-Lei n.º 329/93')],
  psiClaim: [law('Decreto-Lei n.º 126-A/2017'), law('Decreto-Lei n.º 136/2019')],
  disabilityAge: [
    agency('«Bonificação do abono de família para crianças e jovens com deficiência»'),
    law('Decreto-Lei n.º 136/2019'),
  ],
  specialEducationProof: [law('Decreto-Lei n.º 133-B/97'), law('Decreto Regulamentar n.º 3/2016')],
  thirdPerson: [law('Decreto-Lei n.º 133-B/97')],
  secondDegree: [law('Decreto-Lei n.º 265/99'), agency('Guia Prático «Complemento por Dependência»')],
  assistiveRoute: [
    ['inr.pt', '«Sistema de Atribuição de Produtos de Apoio (SAPA)»'],
    law('Decreto-Lei n.º 93/2009'),
  ],
  carerConditions: [
    law('Lei n.º 100/2019'),
    portal('«Pedir o reconhecimento do estatuto do cuidador informal»'),
  ],
  continuingCareWay: [law('Decreto-Lei n.º 101/2006')],
  prenatalDates: [portal('«Requerer o abono de família pré-natal»'), law('Decreto-Lei n.º 176/2003')],
  parentalDates: [law('Decreto-Lei n.º 91/2009'), portal('«Requerer o subsídio social parental»')],
  pregnancyCertificate: [
    portal('«Requerer o subsídio por risco clínico durante a gravidez»'),
    law('Decreto-Lei n.º 91/2009'),
  ],
  daysForAChild: [
    portal('«Obter informações sobre o subsídio para assistência a filho»'),
    law('Decreto-Lei n.º 91/2009'),
  ],
  adoptionStart: [law('Lei n.º 143/2015'), law('Decreto-Lei n.º 91/2009')],
  guaranteeIsAutomatic: [law('Decreto Regulamentar n.º 3/2022'), law('Portaria n.º 55/2023')],
  maintenanceCourt: [law('Lei n.º 75/98'), law('Decreto-Lei n.º 164/99')],
  hiringAtHome: [law('Código dos Regimes Contributivos (Lei n.º 110/2009)'), law('Decreto-Lei n.º 127/2025')],
  whoCanJoin: [agency('«Através do seguro social voluntário»')],
  layoffPay: [law('Código do Trabalho, artigo 305.º')],
  unpaidWages: [law('Decreto-Lei n.º 59/2015')],
  postedWorkers: [
    portal('«Destacamento de trabalhadores para países da União Europeia»'),
    union('Regulamento (CE) n.º 883/2004, artigo 12.º'),
  ],
  managersWithoutPay: [law('Código dos Regimes Contributivos, artigos 61.º a 70.º')],
  workAndBenefit: [law('Decreto-Lei n.º 220/2006')],
  selfEmployedWithoutWork: [law('Decreto-Lei n.º 65/2012'), law('Decreto-Lei n.º 12/2013')],
  allAtOnce: [law('Decreto-Lei n.º 220/2006')],
  widowOfSocialPensioner: [law('Decreto Regulamentar n.º 52/81'), agency('Guia Prático «Pensão de Viuvez»')],
  orphanOfTheUninsured: [law('Decreto-Lei n.º 160/80')],
  paidTooMuch: [law('Código dos Regimes Contributivos, artigos 267.º a 269.º')],
  letterToPayBack: [law('Decreto-Lei n.º 133/88'), law('Despacho n.º 7881/2019')],
  rsiContract: [law('Lei n.º 13/2003')],
  emergencyLine: [agency('«Linha Nacional de Emergência Social»'), law('Decreto-Lei n.º 55/2020')],
  courtCosts: [law('Lei n.º 34/2004'), portal('«Pedir Proteção jurídica»')],
  findingAPlace: [['cartasocial.pt', '«Carta Social»'], law('Lei n.º 2/2022')],
  actingForAnother: [agency('«Relações de Representação»')],
  dataRights: [union('Regulamento (UE) 2016/679, artigos 12.º a 17.º e 77.º')],
  workedElsewhere: [
    agency('«Estados da União Europeia, Islândia, Listenstaina, Noruega e Suíça»'),
    ['acm.gov.pt', '«Segurança Social»'],
  ],
  portableForms: [['europa.eu', '«Modelos de formulários para direitos de segurança social»']],
  pensionFromAbroad: [union('Regulamento (CE) n.º 987/2009, artigo 45.º')],
  hiringAWorker: [
    law('Código dos Regimes Contributivos, artigos 29.º e 32.º'),
    law('Decreto-Lei n.º 127/2025'),
  ],
  generalRate: [law('Código dos Regimes Contributivos, artigo 53.º'), law('Decreto-Lei n.º 72/2017')],
  finedCompany: [law('Lei n.º 107/2009')],
  institutionAgreements: [law('Portaria n.º 196-A/2015'), agency('«Relações de Representação»')],
  proofOfNoSanctions: [law('Código dos Contratos Públicos, artigo 55.º')],
};
