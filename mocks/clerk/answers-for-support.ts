import { TO_KNOW, type WrittenAnswer } from './written-answer.ts';

/** The clerk's answers about social support, access, other countries and companies. */
export const ANSWERS_FOR_SUPPORT: readonly WrittenAnswer[] = [
  {
    subjectIds: ['socialIncome', 'socialAction'],
    kinds: TO_KNOW,
    text: `Para os apoios sociais, peça atendimento social: em regra, é a câmara municipal que o faz, e o 300 502 502 diz-lhe onde. Se for urgente, ligue 144, a Linha Nacional de Emergência Social, que é gratuita e funciona todos os dias, 24 horas por dia.

O Rendimento Social de Inserção é dado por 12 meses e pode ser renovado. Contam os rendimentos e os bens de todo o agregado.`,
  },
  {
    subjectIds: ['careServices'],
    kinds: TO_KNOW,
    text: `A vaga pede-se diretamente à instituição. A Carta Social, em cartasocial.pt, mostra as que existem em cada concelho.

A creche é gratuita nas instituições abrangidas pela lei: pergunte-lhes se o são.`,
  },
  {
    subjectIds: ['legalProtection'],
    kinds: TO_KNOW,
    text: `O pedido de advogado ou de dispensa de custas entrega-se na Segurança Social Direta ou ao balcão. É gratuito. É preciso mostrar que não pode pagar. A lei dá 30 dias seguidos para a decisão.

Se já há um processo em tribunal e pediu um advogado, entregue logo ao tribunal a prova de que fez o pedido: só assim se interrompe o prazo que está a correr.`,
  },
  {
    subjectIds: ['nissAndPersonalData'],
    kinds: TO_KNOW,
    text: `Quem tem Cartão de Cidadão não precisa de pedir o NISS: está no verso. Os outros pedem-no num formulário no sítio da Segurança Social, com a cópia de um documento de identificação válido.

Os contactos atualizam-se na Segurança Social Direta, no seu perfil, nos dados pessoais.`,
  },
  {
    subjectIds: ['nissAndPersonalData'],
    kinds: ['documents'],
    text: 'Também o pode obter de imediato, sem fazer um pedido: na Segurança Social Direta está no seu perfil, nos dados pessoais, onde também atualiza os contactos.',
    document: 'contactsProof',
  },
  {
    subjectIds: ['accessAndCodes'],
    kinds: [...TO_KNOW, 'complaint'],
    text: `Com a Chave Móvel Digital pode mudar o contacto na Segurança Social Direta. Sem ela e sem o contacto antigo, a mudança faz-se, em regra, ao balcão, com o documento de identificação. Pergunte primeiro pelo 300 502 502.

Enquanto o contacto não mudar, o código para entrar vai para o antigo.`,
  },
  {
    subjectIds: ['ratesAndExemptions', 'registration'],
    kinds: TO_KNOW,
    text: `Contratar sem termo jovens à procura do primeiro emprego pode dar uma redução ou uma isenção por algum tempo. Não é automática: a empresa tem de a pedir. Em regra, a taxa é de 34,75 %: 23,75 % paga a empresa e 11 % são descontados ao trabalhador.

A admissão comunica-se na Segurança Social Direta, até ao início do contrato.`,
  },
  {
    subjectIds: ['agreements', 'foreignPensions'],
    kinds: TO_KNOW,
    text: `Os descontos feitos na União Europeia, na Islândia, no Listenstaine, na Noruega e na Suíça contam para ter direito a prestações em Portugal. Com outros países, depende do acordo.

Para pedir uma pensão, faça um só pedido, à Segurança Social, e diga em que países trabalhou. Cada país decide e paga a sua parte.`,
  },
  {
    subjectIds: ['posting', 'portableDocuments'],
    kinds: TO_KNOW,
    text: `O A1 prova em que país desconta quem trabalha noutro. O S1 dá acesso a cuidados de saúde no país onde vive. O U1 prova o tempo de descontos que conta para o desemprego.

Cada documento é passado pela instituição do país onde está, ou esteve, seguro. O A1 é pedido pela empresa, na Segurança Social Direta.`,
  },
  {
    subjectIds: [],
    kinds: TO_KNOW,
    text: `A resposta depende do seu caso. Para a ter sem mais demora, ligue 300 502 502, nos dias úteis, das 9 às 18 horas, com esta referência à mão.

Na Ajuda do e-Clic, em «Respostas curtas», está o que se sabe de cada assunto, com o dia em que foi verificado.`,
  },
  {
    subjectIds: [],
    kinds: ['documents'],
    text: 'Se não for o documento de que precisa, peça um esclarecimento e diga a quem o vai entregar.',
    document: 'requested',
  },
  {
    subjectIds: [],
    kinds: ['complaint'],
    text: `Pedimos desculpa pelo que aconteceu. Se a sua queixa é contra uma decisão, veja na carta até quando pode reclamar dela: uma reclamação no e-Clic não faz parar nenhum prazo.

Se foi o atendimento que falhou, também pode escrever no Livro Amarelo Eletrónico.`,
  },
];
