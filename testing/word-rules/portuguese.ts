import { findWritten, type Instead, readTexts } from './find-written.ts';

/**
 * Portuguese verbs whose third person is also the imperative to a friend: at the beginning of a sentence they would order instead of telling. Verbs that nobody
 * could mistake, such as *Pode* and *Deve*, are not among them.
 */
const ORDERS_TO_A_FRIEND = [
  'Abre',
  'Acaba',
  'Acompanha',
  'Aguarda',
  'Altera',
  'Anexa',
  'Apaga',
  'Aparece',
  'Avisa',
  'Carrega',
  'Chega',
  'Confirma',
  'Conta',
  'Continua',
  'Corrige',
  'Cria',
  'Dá',
  'Declara',
  'Deixa',
  'Descarrega',
  'Diz',
  'Elimina',
  'Encontra',
  'Entra',
  'Envia',
  'Escolhe',
  'Escreve',
  'Espera',
  'Faz',
  'Fecha',
  'Fica',
  'Guarda',
  'Inicia',
  'Junta',
  'Leva',
  'Lê',
  'Mostra',
  'Muda',
  'Passa',
  'Pede',
  'Perde',
  'Põe',
  'Procura',
  'Recebe',
  'Regressa',
  'Repete',
  'Repõe',
  'Responde',
  'Retira',
  'Serve',
  'Submete',
  'Tenta',
  'Termina',
  'Traz',
  'Usa',
  'Vai',
  'Vale',
  'Verifica',
  'Vê',
  'Volta',
];
/** A verb may carry its object, as in *Envia-o*. */
const VERB = `(?:${ORDERS_TO_A_FRIEND.join('|')})(?:-(?:l?[oa]s?|lhes?|nos))?`;
const ORDER = new RegExp(`(?:^|[.!?:;…]\\s+|[«(])(${VERB})(?=[\\s,.;:!?»)]|$)`, 'gu');

/** Names that are allowed to the letter, and sentences whose subject is clear from the words before or from the place. */
const NAMES =
  /Aguarda a sua resposta|Continua quando responder|Escolhe depois de iniciar sessão|Escreve por outra pessoa\?/gu;

const INSTEAD: Instead = [
  [/\bsincroni[zs]/iu, 'guardar, enviar'],
  [/\b(salvar|salvo|salva)\b/iu, 'guardar'],
  [/\bdeletar\b/iu, 'eliminar'],
  [/\busuári[oa]s?\b/iu, 'quem usa o e-Clic'],
  [/\bsenhas?\b/iu, 'palavra-chave'],
  [/\bpor favor\b/iu, 'nothing'],
  [/\binválid[oa]s?\b/iu, 'não está certo'],
  [/\bconex(ão|ões)/iu, 'ligação'],
  [
    /\b(tela|arquivo|contato|fato|celular|aplicativo|registro)s?\b/iu,
    'as in Portugal: ecrã, ficheiro, contacto, facto…',
  ],
  [/\b(baixar|downloads?)\b/iu, 'descarregar'],
  [/\brecepç|\bactuali[zs]|\bcarateres\b/iu, 'receção, atualizar, caracteres'],
  [/\bsites?\b/iu, 'sítio'],
  [/[éÉ] a (sua )?vez\b/u, 'Aguarde a resposta de, Aguarda a sua resposta'],
  [/[Cc]onta a data em que/u, 'o prazo começa no dia em que'],
  [/neste sítio/u, 'aqui'],
  [/Alterados há menos tempo/u, 'Alterados recentemente'],
  [/[Tt]ermina em \{?\d|termina em \{\{/u, 'termina a'],
  [/Eu próprio/u, 'Eu ({{name}})'],
  [/de cada espécie/u, 'de cada tipo'],
  [/Fim do pedido/u, 'Concluído'],
  [/À (espera da )?sua (espera|resposta)/u, 'Aguarda a sua resposta'],
  [/\besperam? por si\b/u, 'aguarda a sua resposta'],
  [/«Anular»/u, 'Desfazer'],
  [/ilegal ou irregular/u, 'errou, não respondeu ou não respeitou os seus direitos'],
  [/Sem promessa/u, 'Pode ser apagado pelo navegador? Sim'],
  [/^Só seu$/u, 'Pessoal'],
  [/[Nn]ão escreva mais do que o necessário/u, 'Diga o que aconteceu e o que quer saber'],
  // An answer may ask for something, so no text can know that nothing more is to be done.
  [/(respondeu|concluíd[oa])[:.] [Nn]ão (tem de|é preciso) fazer mais nada/u, 'Leia a resposta'],
  [/[Oo] prazo está parado até/u, 'A contagem parou. Continua quando responder'],
  [/[Ss]e responder hoje/u, 'Se for hoje, deve ter resposta até'],
  [/[Rr]etire-a (antes|e junte)/u, 'Guarde uma cópia sem palavra-passe e junte essa'],
  [/[éÉ] sempre uma escolha/u, 'Pode escolher esta opção'],
  [/Quem iniciar sessão para enviar/u, 'Escolhe depois de iniciar sessão'],
  [/[Jj]á perguntou isto/u, 'Já fez um pedido parecido'],
  [/rascunho vai consigo/u, 'Não perde o que escreveu'],
  [/^O que pede$/u, 'O que gostaria que fosse feito?'],
  [/[Ee]scolha (se outras|«Este dispositivo)/u, 'assinale'],
  [/\blínguas?\b/u, 'idioma'],
  [/^(?!.*(PDF|ficheiro|\{\{name\}\})).*palavra-passe/u, 'palavra-chave'],
];

export function findWrongPortuguese(texts: ReadonlyMap<string, string>): string[] {
  const others = readTexts(texts).flatMap(([place, text]) => {
    const orders = [...text.replace(NAMES, '').matchAll(ORDER)].map(
      ([, verb]) => `${place} begins a sentence with «${verb}», which orders a friend`,
    );
    // *Desfazer* takes a press back; *Anular* withdraws a request. A text that ends with a full stop is a sentence about it, and no button.
    const isUndo = /(^|[.:])undo$/u.test(place) && !text.endsWith('.');
    const undo = isUndo && text !== 'Desfazer' ? [`${place} is not «Desfazer»`] : [];
    return [...orders, ...undo];
  });
  return [...findWritten(INSTEAD, texts), ...others];
}
