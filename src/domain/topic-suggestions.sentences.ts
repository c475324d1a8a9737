export interface EverydaySentence {
  text: string;
  lifeEventId: string;
  /** What a person who knows the tree would choose. */
  subjectId: string;
  /** Where the sentence leaves no doubt. */
  reasonId?: string;
}

function sentence(text: string, lifeEventId: string, subjectId: string, reasonId?: string): EverydaySentence {
  return { text, lifeEventId, subjectId, ...(reasonId && { reasonId }) };
}

/** Written before the suggestions were, as people write: in a hurry, without accents, for a mother. */
export const SENTENCES: readonly EverydaySentence[] = [
  sentence(
    'bom dia, o meu filho fez 16 anos e deixaram de pagar o abono, ja mandei a prova escolar',
    'family',
    'childBenefit',
  ),
  sentence(
    'O meu bebe nasceu dia 3 e queria saber quantos dias de licença o pai tem e quanto recebe',
    'family',
    'parentalBenefit',
    'clarifyMySituation',
  ),
  sentence(
    'tive de faltar ao trabalho 2 semanas porque a menina apanhou varicela e tem 4 anos, como é que recebo esses dias?',
    'family',
    'careForChildOrGrandchild',
  ),
  sentence(
    'o pai dos meus filhos nunca pagou a pensão de alimentos que o juiz mandou, disseram-me que ha um fundo que adianta',
    'family',
    'maintenanceFund',
  ),
  sentence(
    'Estou de 7 meses e a médica mandou-me para casa com gravidez de risco, quando começo a receber?',
    'family',
    'pregnancyRisk',
  ),
  sentence(
    'passo recibos verdes ha um ano e agora apareceu me uma conta para pagar, nao tinha direito a isenção no primeiro ano?',
    'work',
    'selfEmployed',
  ),
  sentence(
    'enganei-me nos valores que declarei no ultimo trimestre e ja nao consigo corrigir no site',
    'work',
    'quarterlyStatement',
    'portalProblem',
  ),
  sentence(
    'A empresa onde trabalhei em 1998 não fez os descontos todos, faltam meses no meu extrato',
    'work',
    'contributionRecord',
  ),
  sentence(
    'a fabrica fechou e ficaram a dever nos 3 meses de ordenado, o tribunal ja declarou a insolvencia',
    'work',
    'wageGuaranteeFund',
  ),
  sentence(
    'fui despedida em setembro, inscrevi me no centro de emprego e ate hoje nada do subsidio',
    'unemployment',
    'unemploymentBenefit',
    'requestProgress',
  ),
  sentence(
    'acabou-se-me o subsidio de desemprego e continuo sem trabalho com 2 filhos, tenho direito a mais algum apoio?',
    'unemployment',
    'socialUnemploymentBenefit',
  ),
  sentence(
    'Arranjei um part-time de 4 horas por dia. Perco o desemprego ou posso acumular?',
    'unemployment',
    'partialBenefit',
  ),
  sentence(
    'estou de baixa desde dia 10 e ainda não caiu nada na conta, o patrao diz que não é com ele',
    'illness',
    'sicknessBenefit',
    'notReceivedOrWrongAmount',
  ),
  sentence(
    'Recebi uma carta para ir à junta medica mas estou internada nesse dia, como mudo a data?',
    'illness',
    'incapacityAssessment',
  ),
  sentence(
    'vou de ferias a italia em agosto e preciso do cartao azul de saude, o meu esta caducado',
    'illness',
    'europeanHealthCard',
  ),
  sentence(
    'a minha mae faz 66 anos em maio e queria saber quando pode meter os papeis para a reforma',
    'retirement',
    'oldAgePension',
  ),
  sentence(
    'comecei a trabalhar aos 14 anos, tenho 60 e 46 de descontos, posso me reformar ja sem cortes?',
    'retirement',
    'earlyRetirement',
  ),
  sentence(
    'o meu avô recebe uma reforma muito pequenina, 320 euros, e gasta tudo em medicamentos. Há algum complemento para idosos?',
    'retirement',
    'solidaritySupplement',
  ),
  sentence('tenho atestado multiusos com 67% e queria pedir a psi', 'disability', 'inclusionBenefit'),
  sentence(
    'A minha mãe tem Alzheimer, já não faz nada sozinha, e indeferiram o complemento por dependência. Não concordo',
    'disability',
    'dependencySupplement',
    'disagreeWithDecision',
  ),
  sentence(
    'deixei de trabalhar para tomar conta do meu marido que teve um avc, existe um estatuto de cuidador?',
    'disability',
    'informalCarer',
  ),
  sentence(
    'o meu pai faleceu em janeiro e fui eu que paguei o funeral, onde entrego a fatura da agência?',
    'death',
    'funeralReimbursement',
  ),
  sentence(
    'O meu marido morreu, fiquei viuva com 58 anos, tenho direito a parte da reforma dele?',
    'death',
    'survivorsPension',
  ),
  sentence(
    'quero pagar as contribuições deste mês mas não consigo tirar a referencia multibanco',
    'payments',
    'contributionPayment',
  ),
  sentence(
    'devo 2400 euros a seg social e não consigo pagar tudo duma vez, da para ser em prestações?',
    'payments',
    'debtsAndInstalments',
  ),
  sentence('mudei de banco como faço para receberem o novo iban', 'payments', 'ibanChange', 'reportChange'),
  sentence(
    'Preciso de uma declaração de não dívida para um concurso da câmara',
    'payments',
    'contributionStatus',
    'askForDocument',
  ),
  sentence(
    'esqueci me da palavra passe e o codigo não chega ao telemovel',
    'socialSupportAndAccess',
    'accessAndCodes',
    'portalProblem',
  ),
  sentence(
    'cheguei do brasil há 3 meses, já tenho contrato, e o niss nunca mais vem',
    'socialSupportAndAccess',
    'nissAndPersonalData',
  ),
  sentence(
    'trabalhei 12 anos na suiça e 20 ca, como é que juntam os descontos dos dois paises?',
    'abroad',
    'agreements',
  ),
];

/** Never looked at while the words were chosen; only the last count reads them. */
export const KEPT_ASIDE: readonly EverydaySentence[] = [
  sentence(
    'boa tarde queria saber se ja tenho direito ao abono antes do bebe nascer, estou gravida de 14 semanas',
    'family',
    'prenatalBenefit',
  ),
  sentence(
    'tenho uma senhora que me vem limpar a casa 2 manhãs por semana, como a inscrevo para descontar?',
    'work',
    'domesticService',
  ),
  sentence(
    'estou a receber o desemprego e quero abrir um café, posso receber o resto todo junto?',
    'unemployment',
    'lumpSum',
  ),
  sentence(
    'fiquei com uma tendinite por causa do trabalho na linha de montagem, a medica diz que e profissional',
    'illness',
    'occupationalDisease',
  ),
  sentence(
    'onde posso ver mais ou menos quanto vou ganhar de reforma quando tiver 65?',
    'retirement',
    'pensionSimulator',
  ),
  sentence(
    'a minha filha tem autismo e recebe o abono normal, disseram que havia uma bonificaçao',
    'disability',
    'disabilityAllowance',
  ),
  sentence(
    'a minha mulher faleceu e queria pedir o subsídio por morte, que papéis são precisos',
    'death',
    'deathGrant',
  ),
  sentence(
    'Recebi uma carta a dizer que tenho de devolver 900€ de subsidio que me pagaram a mais, não percebo porquê',
    'payments',
    'overpayments',
  ),
  sentence(
    'Fiquei sem nada, sem trabalho nem subsidio, preciso de meter os papeis do rendimento minimo',
    'socialSupportAndAccess',
    'socialIncome',
  ),
  sentence(
    'Vou admitir a minha primeira funcionária na padaria, até quando tenho de comunicar à segurança social?',
    'companiesAndInstitutions',
    'registration',
  ),
];
