import type { Person } from '../src/contract/types.ts';
import { maskNiss, nissHolder } from '../src/domain/niss.ts';
import type { CitizenRow } from './tables.ts';

const DEMO_PASSWORD = 'Demonstracao1';

/** Ids that do not follow from the NISS, and stay the same in every seed, so that a device finds its own database again. */
export const MARIA_ID = 'c_q7vx2m9kd4';
export const JOAO_ID = 'c_w3hn8t5zr1';
const ALICE_ID = 'c_b6yj0f4sp8';
export const BAKERY_ID = 'c_e9gu1c7la5';

const MARIA_NISS = '10000000000';

/** By the mobile number that the simulated Chave Móvel Digital knows. */
export const NISS_BY_CMD_MOBILE: Readonly<Record<string, string>> = { '910000000': MARIA_NISS };

export const PEOPLE: readonly CitizenRow[] = [
  citizen(MARIA_ID, MARIA_NISS, 'Maria Exemplo', { channel: 'email', masked: 'm•••@exemplo.pt' }, []),
  citizen(JOAO_ID, '11000000007', 'João Modelo', { channel: 'sms', masked: '••• ••• •11' }, [
    ALICE_ID,
    BAKERY_ID,
  ]),
  {
    ...citizen(ALICE_ID, '10000000018', 'Alice Modelo', { channel: 'sms', masked: '••• ••• •22' }, []),
    password: null,
  },
  citizen(
    BAKERY_ID,
    '20000000001',
    'Padaria Exemplo, Lda.',
    { channel: 'email', masked: 'g•••@padaria.exemplo.pt' },
    [],
  ),
  // Nobody's first time is like the second: she has no requests.
  citizen('c_n5dk2r8wj3', '12000000004', 'Sofia Estreia', { channel: 'sms', masked: '••• ••• •33' }, []),
];

function citizen(
  id: string,
  niss: string,
  name: string,
  contact: CitizenRow['contact'],
  represents: string[],
): CitizenRow {
  const usage = { drafts: 0, uploads: 0, uploadBytes: 0 };
  return {
    id,
    niss,
    name,
    holder: nissHolder(niss),
    contact,
    password: DEMO_PASSWORD,
    represents,
    usage,
    lastSignIn: null,
  };
}

export function personOf({ id, name, niss, holder }: CitizenRow): Person {
  return { id, name, maskedNiss: maskNiss(niss), holder };
}
