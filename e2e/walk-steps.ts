import type { Locator, Page } from '@playwright/test';
import { drawPaper, photograph } from './paper-photo.ts';
import {
  ASKED_BEFORE,
  CODE,
  descriptionBox,
  fillCredentials,
  goOn,
  heading,
  pickTopic,
  writeDescription,
} from './steps.ts';

/** The way from one page to another. */
export interface Step {
  name: string;
  /** Runs on the page before the press that leaves it. */
  prepare?: (page: Page) => Promise<unknown>;
  press: (page: Page) => Promise<unknown>;
  /** The heading of the page that the press leads to. */
  arrived: string | RegExp;
  /** `none`: no way leads back. `stay`: the walk goes back, and on from there. */
  back?: 'none' | 'stay';
  /** A way back inside the app, between two pages that have come already: nothing is fetched, and the gate leaves it out. */
  isReturn?: true;
}

const SIGN_IN = 'Iniciar sessão';
const LIST = 'Os meus pedidos';
const NEW_REQUEST = 'Criar pedido';
const DESCRIPTION = 'Descrição do pedido';
const TOPIC = 'Definir tema';
const FILES = 'Anexar documentos';
const SUMMARY = 'Resumo do pedido';
const RECEIVED = 'Pedido recebido';
const REQUEST = /Pedido\s+EC-/;
const BACK = 'Voltar';
const HELP = 'Ajuda';
const RECOVERY = 'Recuperar palavra-chave';
const STATUS = 'Consultar o estado';
/** The name of the citizen whom `fillCredentials` signs in. */
const OWN_NAME = 'Maria Exemplo';
const NO_REQUEST = '/pedidos/3b241101-e2bb-4255-8caf-4136c566a962';

/** Finds a link by its words alone: to compute the names of all links of a long page takes a slowed-down browser two seconds. */
const words = (name: string | RegExp) => (typeof name === 'string' ? new RegExp(`^\\s*${name}\\s*$`) : name);
const press = (found: Locator) => found.filter({ visible: true }).first().click();
const link = (name: string | RegExp) => (page: Page) => press(page.locator('a', { hasText: words(name) }));
/** Presses the link inside the page; the header may hold one of the same name. */
const ownLink = (name: string) => (page: Page) => press(page.locator('main a', { hasText: words(name) }));
const button = (name: string) => (page: Page) => press(page.locator('button', { hasText: words(name) }));
const openRequest = (page: Page) => page.locator('main li h3 a').filter({ hasText: /./ }).first().click();
/**
 * Writes a question that was asked before, and waits for the notice that says so. The notice comes after a pause and moves the foot; on the way back it stands
 * there already.
 */
const writeAgain = async (page: Page) => {
  await writeDescription(page, ASKED_BEFORE);
  await page.getByRole('link', { name: /^Ver a resposta EC-/ }).waitFor();
};
const writeCode = (page: Page) => page.getByRole('textbox', { name: 'Código de verificação' }).fill(CODE);

/** Opens a page that no link leads to. */
const open = (path: string) => async (page: Page) => {
  await page.goto(path);
  await heading(page, /./).waitFor();
};

export const TO_DESCRIPTION: Step = {
  name: 'list › description',
  // While the list fills for the first time, each request moves the others.
  prepare: (page) => page.getByText(/^Atualizado/).waitFor({ state: 'attached' }),
  press: link(NEW_REQUEST),
  arrived: DESCRIPTION,
};
const TO_LIST: Step = {
  name: 'code › list',
  prepare: writeCode,
  press: button('Confirmar'),
  arrived: LIST,
  back: 'none',
};
export const WRITING: readonly [Step, Step, Step] = [
  { name: 'description › topic', prepare: writeAgain, press: goOn, arrived: TOPIC },
  { name: 'topic › files', prepare: pickTopic, press: goOn, arrived: FILES },
  { name: 'files › summary', press: goOn, arrived: SUMMARY },
];
const TO_SCAN: Step = {
  name: 'files › scan',
  press: async (page) => photograph(page, 'Fotografar papel', [await drawPaper(page, 'Folha', 300, 400)]),
  arrived: 'Digitalizar documento',
  back: 'stay',
};
export const TO_RECEIVED: Step = {
  name: 'summary › received',
  press: button('Submeter pedido'),
  arrived: RECEIVED,
  back: 'none',
};
export const TO_REQUEST: Step = { name: 'list › request', press: openRequest, arrived: REQUEST };
export const TO_SETTINGS: Step = {
  name: 'help › settings',
  press: link('Definições'),
  arrived: 'Definições',
};
export const toHelp = (from: string): Step => ({
  name: `${from} › help`,
  press: link(HELP),
  arrived: HELP,
});

export const toList = (from: string): Step => ({
  name: `${from} › list, by the header`,
  press: link(LIST),
  arrived: LIST,
});

const GUEST: readonly Step[] = [
  {
    name: 'sign-in › guest’s description',
    press: link('Começar um pedido sem iniciar sessão'),
    arrived: DESCRIPTION,
  },
  { name: 'guest’s description › guest’s drafts', press: link(BACK), arrived: 'Rascunhos' },
  { name: 'guest’s drafts › sign-in', press: ownLink(SIGN_IN), arrived: SIGN_IN },
  {
    name: 'Chave Móvel Digital given up › sign-in',
    prepare: open('/entrar/cmd?error=access_denied'),
    press: link('Voltar ao início de sessão'),
    arrived: SIGN_IN,
  },
  { name: 'sign-in › recovery', press: ownLink(RECOVERY), arrived: RECOVERY, back: 'stay' },
  { name: 'sign-in › status', press: ownLink(STATUS), arrived: STATUS },
  { name: 'status › sign-in', press: link(LIST), arrived: SIGN_IN, back: 'none' },
  {
    name: 'sign-in › code',
    prepare: (page) => fillCredentials(page),
    press: button('Entrar'),
    arrived: 'Código de verificação',
  },
  {
    name: 'code › sign-in',
    press: link('Voltar ao início de sessão'),
    arrived: SIGN_IN,
    back: 'stay',
    isReturn: true,
  },
];

/** The four steps of a draft, and the way back from each. */
const REQUESTING: readonly Step[] = [
  TO_DESCRIPTION,
  { name: 'description › list', press: link(BACK), arrived: LIST, back: 'stay', isReturn: true },
  {
    name: 'description › details of a complaint',
    prepare: async (page) => {
      await page.getByRole('radio', { name: 'Apresentar reclamação' }).check();
      await descriptionBox(page).fill('Esperei quatro horas.');
    },
    press: goOn,
    arrived: 'Pormenores da reclamação',
    back: 'stay',
  },
  ...WRITING.flatMap((step, n) => [
    step,
    ...(step.arrived === FILES ? [TO_SCAN] : []),
    {
      name: `${step.name}, Voltar`,
      press: link(BACK),
      arrived: [DESCRIPTION, TOPIC, FILES][n] ?? '',
      back: 'stay' as const,
      isReturn: true as const,
    },
  ]),
  TO_RECEIVED,
];

const LOOKING_AROUND: readonly Step[] = [
  { name: 'received › request', press: link('Ver o pedido'), arrived: REQUEST, back: 'none' },
  {
    name: 'request › receipt',
    press: link('Ver comprovativo de entrega'),
    arrived: 'Comprovativo de entrega',
  },
  {
    name: 'receipt › verify',
    press: link('Verificar este ou outro comprovativo'),
    arrived: 'Verificar comprovativo',
    back: 'stay',
  },
  { name: 'receipt › request', press: link('Voltar ao pedido'), arrived: REQUEST },
  // This link goes back in the history, to the place where the list was left.
  {
    name: 'request › list',
    press: link('Voltar à lista de pedidos'),
    arrived: LIST,
    back: 'none',
  },
  TO_REQUEST,
  toList('request'),
  {
    name: 'list › statistics',
    // The link stands below the last group. A group below the first screen is drawn after the others: on a busy machine only when the page seems to rest.
    prepare: (page) => page.getByRole('region', { name: /^Concluídos/ }).waitFor(),
    press: link('Resumo dos meus pedidos'),
    arrived: 'Resumo dos meus pedidos',
  },
  { name: 'statistics › list', press: ownLink(LIST), arrived: LIST },
  toHelp('list'),
  { name: 'help › glossary', press: link(/^Glossário/), arrived: 'Glossário' },
  { ...TO_SETTINGS, name: 'glossary › settings' },
  {
    name: 'settings › privacy',
    // The page asks the server for the sessions, and grows at its end when the first answer comes.
    prepare: (page) =>
      page.getByRole('list', { name: 'As minhas sessões' }).getByRole('listitem').first().waitFor(),
    press: link('Privacidade'),
    arrived: /rivacidade/,
  },
  { name: 'privacy › accessibility', press: link('Acessibilidade'), arrived: /cessibilidade/ },
  { name: 'accessibility › contacts', press: link('Contactos'), arrived: 'Contactos' },
  { name: 'contacts › demonstration', press: link('Modo de demonstração'), arrived: /emonstração/ },
  { ...toHelp('nothing shared'), prepare: open('/partilhar') },
  { ...toHelp('nothing unsent'), prepare: open('/por-enviar') },
  { ...toHelp('a page that is not there'), prepare: open('/nada') },
  { ...toHelp('a request that is not there'), prepare: open(NO_REQUEST) },
];

/** The question about signing out stands over the page; the page under it gives way. */
const LEAVING: readonly Step[] = [
  toList('help'),
  {
    name: 'list › sign-in, by signing out',
    prepare: async (page) => {
      await press(page.getByRole('button', { name: OWN_NAME }));
      await button('Terminar sessão')(page);
      await page.getByRole('dialog').waitFor();
    },
    press: button('Sair e manter neste dispositivo'),
    arrived: SIGN_IN,
    back: 'none',
  },
];

/** A walk through every page, with one sign-in. */
export const WHOLE_WALK: readonly Step[] = [...GUEST, TO_LIST, ...REQUESTING, ...LOOKING_AROUND, ...LEAVING];
