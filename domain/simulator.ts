import type { Contact } from '../contract/types.ts';

/** A made-up person that every trial server knows, with a visibly synthetic NISS. */
interface SimulatedPerson {
  /** The opaque id, which does not follow from the NISS and is the same on every trial server, so that a device finds its database again. */
  id: string;
  niss: string;
  name: string;
  contact: Contact;
  /** Null for a person who is only represented, and cannot sign in. */
  password: string | null;
  /** Ids of the people and organisations that this person may act for. */
  represents: readonly string[];
}

export const PASSWORD = 'Demonstracao1';
export const RIGHT_CODE = '123456';
/** Lets people and tests see what an expired code does, without waiting for it. */
const EXPIRED_CODE = '000000';

export const MARIA_ID = 'c_q7vx2m9kd4';
export const JOAO_ID = 'c_w3hn8t5zr1';
const ALICE_ID = 'c_b6yj0f4sp8';
export const BAKERY_ID = 'c_e9gu1c7la5';
export const SOFIA_ID = 'c_n5dk2r8wj3';

const MARIA_NISS = '10000000000';

export const CMD_MOBILE = '910000000';

/** The NISS for each mobile number that the simulated Chave Móvel Digital knows. */
const NISS_BY_CMD_MOBILE: Readonly<Record<string, string>> = { [CMD_MOBILE]: MARIA_NISS };

/** `cmd-<mobile>-<random>`, as the simulated provider's page makes it; it stands for what the provider would confirm. */
const CMD_CODE = /^cmd-([0-9]{9})-[0-9a-z]{8,}$/;

const sms = (masked: string): Contact => ({ channel: 'sms', masked });
const email = (masked: string): Contact => ({ channel: 'email', masked });

export const SIMULATED_PEOPLE: readonly SimulatedPerson[] = [
  {
    id: MARIA_ID,
    niss: MARIA_NISS,
    name: 'Maria Exemplo',
    contact: email('m•••@exemplo.pt'),
    password: PASSWORD,
    represents: [],
  },
  {
    id: JOAO_ID,
    niss: '11000000007',
    name: 'João Modelo',
    contact: sms('•••\u00a0•••\u00a0•11'),
    password: PASSWORD,
    represents: [ALICE_ID, BAKERY_ID],
  },
  {
    id: ALICE_ID,
    niss: '10000000018',
    name: 'Alice Modelo',
    contact: sms('•••\u00a0•••\u00a0•22'),
    password: null,
    represents: [],
  },
  {
    id: BAKERY_ID,
    niss: '20000000001',
    name: 'Padaria Exemplo, Lda.',
    contact: email('g•••@padaria.exemplo.pt'),
    password: PASSWORD,
    represents: [],
  },
  // Sofia is for trying a first visit: she has no requests.
  {
    id: SOFIA_ID,
    niss: '12000000004',
    name: 'Sofia Estreia',
    contact: sms('•••\u00a0•••\u00a0•33'),
    password: PASSWORD,
    represents: [],
  },
];

export function judgeSimulatedCode(typed: string): 'right' | 'wrong' | 'expired' {
  if (typed === EXPIRED_CODE) return 'expired';
  return typed === RIGHT_CODE ? 'right' : 'wrong';
}

/** Returns the NISS that the simulated provider confirms for a code. */
export function simulatedNiss(code: string): string | undefined {
  const mobile = CMD_CODE.exec(code)?.[1];
  return mobile === undefined ? undefined : NISS_BY_CMD_MOBILE[mobile];
}
