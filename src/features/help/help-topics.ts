import type { AnswerId } from '../../../domain/topics/short-answers.ts';

export interface TopicFacts {
  /** The topic's part of the address, as in `/ajuda#sem-niss`. Other pages lead there, so it must never change. */
  id: string;
  /** Whether the items follow one another in time. */
  isOrdered?: true;
  /** The short answer shown with this topic, with its date and source. */
  answerId?: AnswerId;
  links?: readonly ('contacts' | 'settings' | 'privacy' | 'accessibility' | 'verify' | 'status')[];
}

/** The topics of **Ajuda**. Their words are in `locales/<lng>/help.json`. */
export const HELP_TOPICS = {
  how: { id: 'como-funciona' },
  what: { id: 'o-que-pode-pedir' },
  notFor: { id: 'para-que-nao-serve' },
  noNiss: { id: 'sem-niss', answerId: 'askForNiss' },
  signIn: { id: 'iniciar-sessao', isOrdered: true, answerId: 'signInCode' },
  cmd: { id: 'chave-movel-digital', isOrdered: true },
  password: { id: 'recuperar-palavra-chave' },
  guest: { id: 'sem-iniciar-sessao' },
  sessionEnd: { id: 'sessao-terminada' },
  onBehalf: { id: 'em-nome-de' },
  description: { id: 'descricao' },
  topic: { id: 'tema' },
  attachments: { id: 'anexos' },
  drafts: { id: 'rascunhos' },
  offline: { id: 'sem-ligacao', links: ['settings'] },
  waiting: { id: 'por-enviar' },
  receipt: { id: 'comprovativo', links: ['verify'] },
  states: { id: 'estados', links: ['status'] },
  reply: { id: 'responder' },
  askAgain: { id: 'pedir-esclarecimento' },
  withdraw: { id: 'anular' },
  rate: { id: 'avaliar' },
  deadlines: { id: 'prazos' },
  late: { id: 'resposta-atrasada' },
  complaints: { id: 'reclamacoes' },
  notComplaint: { id: 'o-que-nao-e-reclamacao' },
  otherRoutes: { id: 'outras-vias' },
  shared: { id: 'computadores-partilhados' },
  copies: { id: 'copias', links: ['settings'] },
  look: { id: 'texto-e-contraste', links: ['settings', 'accessibility'] },
  language: { id: 'lingua', links: ['settings'] },
  contact: { id: 'telefone', links: ['contacts'] },
  privacy: { id: 'os-seus-dados', links: ['privacy'] },
} as const satisfies Record<string, TopicFacts>;

export type HelpTopicKey = keyof typeof HELP_TOPICS;

/** There are at most nine choices on each level. */
export const HELP_GROUPS = [
  { id: 'comecar', key: 'start', topics: ['how', 'what', 'notFor'] },
  { id: 'entrar', key: 'signIn', topics: ['noNiss', 'signIn', 'cmd', 'password', 'guest', 'sessionEnd'] },
  { id: 'fazer-um-pedido', key: 'write', topics: ['description', 'topic', 'attachments', 'onBehalf'] },
  { id: 'guardar-e-enviar', key: 'keep', topics: ['drafts', 'offline', 'waiting', 'receipt'] },
  { id: 'depois-de-enviar', key: 'follow', topics: ['states', 'reply', 'askAgain', 'withdraw', 'rate'] },
  {
    id: 'prazos-e-reclamacoes',
    key: 'complain',
    topics: ['deadlines', 'late', 'complaints', 'notComplaint', 'otherRoutes'],
  },
  { id: 'neste-dispositivo', key: 'device', topics: ['shared', 'copies', 'look', 'language'] },
  { id: 'falar-connosco', key: 'contact', topics: ['contact', 'privacy'] },
] as const satisfies readonly { id: string; key: string; topics: readonly HelpTopicKey[] }[];
