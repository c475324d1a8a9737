export interface PersonPhrase {
  text: string;
  /** The subjects that a person who knows the tree would choose; each of them is right. */
  subjectIds: readonly string[];
}

/** What people type into *Procurar tema*; written before the search was mended. */
export const PHRASES = readTable(`
  deathGrant, funeralReimbursement | a minha mãe morreu
  unemploymentBenefit | fui despedido
  childBenefit, parentalBenefit | dinheiro do bebé
  nissAndPersonalData, socialAction | refugiado
  sicknessBenefit, oldAgePension, pensionSupplements | subsídio natal
  accessAndCodes | senha
  refunds | restituição
  debtsAndInstalments | dívidas
  accessAndCodes | esqueci-me da pass
  oldAgePension, earlyRetirement, pensionSimulator | quando é que me posso reformar
  oldAgePension | meter os papéis para a reforma
  sicknessBenefit, temporaryIncapacity | parti uma perna e não posso trabalhar
  sicknessBenefit, benefitNotReceived | ainda não me pagaram a baixa
  parentalBenefit | vou ser pai
  prenatalBenefit | estou grávida
  childBenefit | cortaram-me o abono
  maintenanceFund | o meu ex não paga a pensão da filha
  careForChildOrGrandchild | filho doente em casa
  selfEmployed | abri atividade há pouco tempo
  selfEmployed, quarterlyStatement | recibos verdes quanto pago
  quarterlyStatement | declaração trimestral fora do prazo
  domesticService | empregada doméstica descontos
  contributionRecord | o patrão não descontou por mim
  wageGuaranteeFund | salários em atraso
  nissAndPersonalData | mudança de morada
  nissAndPersonalData | número de segurança social para estrangeiros
  ibanChange | trocar de conta no banco
  enforcement | penhoraram-me o ordenado
  overpayments | carta a pedir para devolver dinheiro
  contributionStatus | certidões de não dívida
  socialIncome | rendimento mínimo garantido
  socialAction | não tenho dinheiro para a renda
  careServices | vagas na creche
  careServices | lar para o meu pai
  legalProtection | advogado de graça
  representations | tratar das coisas da minha avó
  informalCarer, dependencySupplement | cuidar da mãe acamada
  dependencySupplement | recusaram o complemento por dependência
  inclusionBenefit | atestado multiuso
  assistiveProducts | cadeiras de rodas
  europeanHealthCard | cartão de saúde para ir a espanha
  incapacityAssessment | faltei à junta médica
  survivorsPension, widowhoodPension | pensão das viúvas
  funeralReimbursement, funeralGrant | quem paga o funeral
  registration | contratar um empregado
`);

/** Nobody looked at these while the search was improved. The first count found 12 of the 15; words for the other three were added after it. */
export const PHRASES_KEPT_ASIDE = readTable(`
  contributionPayment | pagar a segurança social por mb way
  unemploymentBenefit, socialUnemploymentBenefit | fiquei sem trabalho
  occupationalDisease | acidente no trabalho
  foreignPensions, agreements | trabalhei muitos anos em frança
  solidaritySupplement | a reforma não chega para os medicamentos
  orphansPension | os meus netos ficaram órfãos
  infringements | recebi uma multa
  nissAndPersonalData | casei-me este mês
  disabilityAllowance, inclusionBenefit | filho com autismo
  invalidityPension | reforma por invalidez recusada
  assistiveProducts | fraldas para adultos
  socialAction | marido bate-me
  lumpSum | receber o desemprego todo para abrir um café
  childBenefit | escalões do abono
  accessAndCodes | não recebo o código no telemóvel
`);

/** These were written after that count, and nobody looked at them while words were chosen. */
export const PHRASES_NEVER_SEEN = readTable(`
  survivorsPension | o meu marido faleceu e quero a pensão dele
  careForChildOrGrandchild | faltei ao trabalho por causa do meu filho
  contributionRecord | quantos anos descontei
  partialBenefit | trabalhar em part-time e receber desemprego
  socialAction, socialIncome | não tenho que comer
  enforcement, debtsAndInstalments | conta bloqueada por dívidas
  maintenanceFund | pensão de alimentos em atraso
  solidaritySupplement | complemento para idosos
  continuingCare, careServices | a minha mãe teve alta do hospital e não pode ficar sozinha
  europeanHealthCard | vou viajar para itália
  earlyRetirement | reforma aos 60
  benefitNotReceived | não caiu o dinheiro na conta
  posting, portableDocuments | a empresa vai mandar-me para a alemanha
  representations | autorizar o contabilista
  childBenefit, scholarship | papel da escola para o abono
`);

/** A line is `subject | phrase`, or `subject, subject | phrase`. */
function readTable(table: string): PersonPhrase[] {
  const lines = table.trim().split('\n');
  return lines.map((line) => {
    const [subjects = '', text = ''] = line.split(' | ');
    return { text, subjectIds: subjects.trim().split(', ') };
  });
}
