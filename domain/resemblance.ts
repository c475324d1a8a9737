import { foldedWords, stemOf } from './topics/word-stem.ts';

/** What a text asks, in a form that can be compared. */
export interface Gist {
  /** The stems of the words that tell something. */
  stems: ReadonlySet<string>;
  /** Years, months and other numbers: the same question about another year is another question. */
  times: ReadonlySet<string>;
}

/** Texts that share fewer stems speak of the same matter at most, and do not ask the same. */
const MIN_SHARED = 3;
/** The part of the shorter text's stems that must be shared: rather no hit than a wrong one. */
const MIN_PART_OF_SHORTER = 0.6;
const MIN_PART_OF_LONGER = 0.4;
const MIN_LETTERS = 3;
/** The part of the text that is read, in UTF-16 units: people put their question at the beginning. */
const READ_UNITS = 4_000;

/** Folded words that stand in any request, whatever it asks. */
const SAYS_NOTHING = new Set(
  `para por com sem que quem qual quais como quando quanto quantos quantas onde porque pois mas nem nao sim mais menos muito pouco
  uma uns umas dos das nos nas aos pelo pela num numa este esta isto esse essa isso aquele aquela aquilo meu minha meus minhas seu sua
  seus suas nosso nossa ele ela eles elas lhe lhes vos voces ser estar ter haver foi fui era sou esta estou estao tem tenho tive tinha
  tenha ter vou vai ja ainda agora hoje dia dias mes meses ano anos vez vezes desde ate depois antes entao aqui isso
  bom boa tarde noite ola cumprimentos obrigado obrigada favor agradeco agradecia gostava gostaria queria quero quer preciso precisava
  posso pode podem podia poderia devo deve saber sabe informar informacao dizer dizem disse diga digam fazer faco feito
  pedido pedidos pergunta duvida resposta seguranca social servico servicos caso situacao coisa alguma algum nada tudo todos
  the and for how what when with you your have can`.split(/\s+/),
);

const MONTHS = new Set(
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro'.split(' '),
);

const isTime = (word: string) => /\d/.test(word) || MONTHS.has(word);

export function gistOf(text: string): Gist {
  const words = foldedWords(text.slice(0, READ_UNITS));
  const telling = words.filter((word) => word.length >= MIN_LETTERS && !SAYS_NOTHING.has(word));
  return {
    stems: new Set(telling.filter((word) => !isTime(word)).map(stemOf)),
    times: new Set(words.filter(isTime)),
  };
}

/** Returns how much alike two texts are, from 0 to 1; 0 as soon as there is doubt. */
export function resemblance(one: Gist, other: Gist): number {
  const shared = countShared(one.stems, other.stems);
  if (shared < MIN_SHARED) return 0;
  if (one.times.size > 0 && other.times.size > 0 && countShared(one.times, other.times) === 0) return 0;
  const shorter = Math.min(one.stems.size, other.stems.size);
  const longer = Math.max(one.stems.size, other.stems.size);
  const isAlike = shared / shorter >= MIN_PART_OF_SHORTER && shared / longer >= MIN_PART_OF_LONGER;
  return isAlike ? shared / longer : 0;
}

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const each of one) if (other.has(each)) shared += 1;
  return shared;
}
